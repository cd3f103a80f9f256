import { IDENTIFIED } from '../../clean/decisionColumns';
import { decidedOf, lineReader, type LineReader } from '../lineReader';
import { lineProblems, problemsOf, PROBLEMS } from '../problems';
import { rowLines } from '../rowKeys';
import type { NewSheet } from '../../../../sheet/sheet';
import type { ListLine, ViewInput } from '../listInput';
import { cardSheet, type Card, type CardItem } from './cardSheet';

/** A card that documents name: one page a row of the ledger. */
export interface CardView {
  readonly id: string;
  readonly name: string;
  readonly fits: (input: Pick<ViewInput, 'ledger' | 'policy'>) => boolean;
  readonly card: (input: ViewInput, line: ListLine) => Card;
}

const DAY = 'yyyy-mm-dd';
const MISSING = '—';
const GAP = '\u3000';

const word = (read: LineReader, line: ListLine, field: string, label: string, wide = false): CardItem => ({
  label,
  value: read.word(field, line) === '' ? MISSING : read.word(field, line),
  ...(wide ? { wide } : {}),
});

function number(read: LineReader, line: ListLine, field: string, label: string, format: string): CardItem {
  const value = read.number(field, line);
  return { label, value: Number.isNaN(value) ? MISSING : value, format };
}

const day = (read: LineReader, line: ListLine, field: string, label: string): CardItem => ({
  label,
  value: read.day(field, line) === '' ? MISSING : read.day(field, line),
  format: DAY,
});

/** 税收÷面积 of the line, else what the ledger itself says. */
function perMu(read: LineReader, line: ListLine): CardItem {
  const [tax, area] = [read.number('taxPaid', line), read.number('landArea', line)];
  const value = area > 0 && !Number.isNaN(tax) ? Math.round((tax / area) * 1e9) / 1e9 : read.number('taxPerMu', line);
  return { label: '亩均税收（万元/亩）', value: Number.isNaN(value) ? MISSING : value, format: '0.00' };
}

/** What people decided goes before what the system reads, and the card says which it is. */
function conclusion(input: ViewInput, read: LineReader, line: ListLine): CardItem {
  const own = decidedOf(input, line, 'path');
  const system = read.verdict('paths', line);
  return {
    label: '拟采取路径',
    value: own === '' ? (system === '' ? MISSING : `${system}（系统研判）`) : `${own}（人工认定）`,
  };
}

function grounds(input: ViewInput, line: ListLine): string {
  return line.rows.map((row) => input.grounds?.(row) ?? '').join('') || MISSING;
}

/** 一宗一卡 (许昌 二(三)11). */
const parcelCard: CardView = {
  id: 'parcel-card',
  name: '一宗一卡',
  fits: ({ ledger }) => ledger.headers.byField.has('parcelId') || ledger.headers.byField.has('landArea'),
  card: (input, line) => {
    const read = lineReader(input);
    const region = input.ledger.headers.byField.has('cluster') ? 'cluster' : 'township';
    return {
      title: '一宗一卡',
      subtitle: `${input.place}${GAP}宗地编号：${read.word('parcelId', line) || MISSING}`,
      items: [
        word(read, line, 'enterprise', '项目或权利人', true),
        word(read, line, region, region === 'cluster' ? '产业集聚区' : '区镇'),
        word(read, line, 'stockType', '类型'),
        number(read, line, 'landArea', '面积（亩）', '#,##0.0'),
        word(read, line, 'address', '坐落'),
        day(read, line, 'approvedOn', '批准或出让日期'),
        day(read, line, 'plannedStart', '约定开工'),
        day(read, line, 'actualStart', '实际开工'),
        number(read, line, 'investmentIntensity', '投资强度（万元/亩）', '#,##0.00'),
        number(read, line, 'plotRatio', '容积率', '0.00'),
        perMu(read, line),
        { label: '成因', value: read.word('cause', line), wide: true, height: 60 },
        word(read, line, 'disposalMethod', '处置方式'),
        conclusion(input, read, line),
        { label: '处置建议', value: '', wide: true, height: 80 },
        word(read, line, 'leadDepartment', '责任单位', true),
        day(read, line, 'deadline', '处置时限'),
        day(read, line, 'closedOutOn', '销号日期'),
        { label: '认定状态', value: decidedOf(input, line, 'status'), choices: IDENTIFIED },
        { label: '认定单位', value: '' },
        { label: '依据', value: grounds(input, line), wide: true },
      ],
      signatures: '填表人：　　　　　　审核人：　　　　　　负责人：　　　　　　日期：',
      note: input.note,
    };
  },
};

const METHODS: Readonly<Record<string, readonly string[]>> = {
  拆除重建: ['政府收储', '征迁', '市场运作', '先租后让'],
  整治提升: ['追加投资', '转让出租', '整合改造', '并购重组'],
  功能转型: ['退二进三', '复垦复绿', '新型用地', '改建公共设施'],
  关停退出: ['查处关停', '有序清退', '土地收储'],
};

/** 一地一企一策 (嵊州 三2; 许昌 二(三)13; 太仓 三(二)). */
const strategyCard: CardView = {
  id: 'strategy-card',
  name: '一地一企一策',
  fits: ({ ledger }) => ledger.headers.byField.has('enterprise'),
  card: (input, line) => {
    const read = lineReader(input);
    const own = problemsOf(input, line);
    const problems = PROBLEMS.filter(({ id }) => own.includes(id)).map((problem) => problem.word);
    const path = decidedOf(input, line, 'path') || read.verdict('paths', line);
    return {
      title: '一地一企一策治理方案',
      subtitle: `${input.place}${GAP}${read.word('enterprise', line)}`,
      items: [
        word(read, line, 'creditCode', '统一社会信用代码'),
        word(read, line, 'parcelId', '地块编码'),
        word(read, line, 'township', '镇街'),
        word(read, line, 'industry', '行业'),
        number(read, line, 'landArea', '面积（亩）', '#,##0.0'),
        number(read, line, 'floorArea', '建筑面积（㎡）', '#,##0'),
        number(read, line, 'taxPaid', '税收（万元）', '#,##0'),
        perMu(read, line),
        word(read, line, 'grade', '综合评价等级'),
        { label: '档位', value: decidedOf(input, line, 'tier') || read.verdict('tiers', line) || MISSING },
        {
          label: '问题清单',
          value: [problems.join('、'), lineProblems(input, line)].filter(Boolean).join('：') || MISSING,
          wide: true,
        },
        conclusion(input, read, line),
        { label: '实施方式', value: '', choices: METHODS[path] ?? [] },
        { label: '研判依据', value: grounds(input, line), wide: true },
        { label: '治理目标', value: '', wide: true, height: 50 },
        { label: '治理措施', value: '', wide: true, height: 90 },
        word(read, line, 'leadDepartment', '责任单位'),
        day(read, line, 'deadline', '完成时限'),
        { label: '验收意见', value: '', wide: true, height: 50 },
        { label: '验收日期', value: '' },
        { label: '销号日期', value: read.day('closedOutOn', line), format: DAY },
        { label: '认定状态', value: decidedOf(input, line, 'status'), choices: IDENTIFIED },
        { label: '认定单位', value: '' },
      ],
      signatures: '企业：　　　　　　镇街：　　　　　　牵头部门：　　　　　　日期：',
      note: input.note,
    };
  },
};

/** Cards that documents name. */
export const CARD_VIEWS: readonly CardView[] = [parcelCard, strategyCard];

/** The cards of a view's rows on one sheet, one a page. */
export function cardsSheet(view: CardView, input: ViewInput, name: string): NewSheet {
  return cardSheet(
    name,
    rowLines(input.ledger, input.rows).map((line) => view.card(input, line)),
  );
}
