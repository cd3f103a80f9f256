import { YES_NO } from '../../../policy/fieldWords';
import { DAY, type ListForm } from '../columnVerbs';
import { asOfFigure, listChoices, flatColumns, titled, totalLines, warning, yearTitled } from '../common';
import { lineReader } from '../lineReader';
import { rowLines } from '../rowKeys';
import type { LineCells, HeadFigure, ViewColumn } from '../list';
import { asOfCell } from '../listSheet';
import type { ListLine, ViewInput } from '../listInput';
import { quoted } from '../../../../formula/quoted';

/** 已摸排 → 已立策 → 整改中 → 已验收 → 已销号 (嵊州 三2). */
export const STATES = ['已摸排', '已立策', '整改中', '已验收', '已销号'] as const;
const STATE = '状态';
const [DEADLINE, ACCEPTED, CLOSED] = ['处置时限', '验收日期', '销号日期'];
const AREA = '面积（亩）';
const WARNING = '预警';
const CHECK = '校验';

/** Follows from the days until a person writes another: closed, accepted, or found. */
function stateColumn(input: ViewInput): ViewColumn {
  const read = lineReader(input);
  return {
    ...{ head: STATE, width: 46, kind: 'word', centred: true, typed: true, choices: STATES },
    value: (line) => (read.isYes('closeOut', line) && read.day('closedOutOn', line) === '' ? '已销号' : ''),
    formula: (at) =>
      `=IF(${at.cell(CLOSED)}<>"","已销号",IF(${at.cell(ACCEPTED)}<>"","已验收",IF(${at.cell('处置方式')}<>"","已立策","已摸排")))`,
  };
}

/** 销号须有验收日期, and the order of the days. */
function checkColumn(): ViewColumn {
  return {
    ...{ head: CHECK, width: 66, kind: 'word' },
    formula: (at) => {
      const [state, accepted, closed] = [STATE, ACCEPTED, CLOSED].map((head) => at.cell(head));
      const done = `OR(${state ?? ''}="已销号",${closed ?? ''}<>"")`;
      return `=IF(AND(${done},${accepted ?? ''}=""),"销号缺验收日期",IF(AND(${state ?? ''}="已验收",${accepted ?? ''}=""),"缺验收日期",IF(AND(N(${accepted ?? ''})>0,N(${closed ?? ''})>0,${closed ?? ''}<${accepted ?? ''}),"销号早于验收",IF(AND(${state ?? ''}="已销号",${closed ?? ''}=""),"缺销号日期",""))))`;
    },
    total: (at) => at.count({ head: CHECK, is: '"?*"' }),
  };
}

/** The ledger's closing day under the head that its own header says: acceptance and closing are not the same. */
function closingColumns(input: ViewInput): readonly ViewColumn[] {
  const read = lineReader(input);
  const isAcceptance = (input.ledger.headers.byField.get('closedOutOn')?.header ?? '').includes('验收');
  const day = { width: 62, kind: 'number', format: DAY, typed: true } as const;
  const value = (line: ListLine) => read.day('closedOutOn', line);
  return [
    { ...day, head: ACCEPTED, ...(isAcceptance ? { value } : {}) },
    { ...day, head: CLOSED, ...(isAcceptance ? {} : { value }) },
  ];
}

/** 处置率: area closed out by the day, over all area on the list, both in 亩 (许昌 一(二)). */
function rateFigure(): HeadFigure {
  return {
    ...{ label: '处置率', value: '', format: '0.0%' },
    formula: (at) =>
      `=IF(OR(N(${asOfCell(at)})=0,SUM(${at.range(AREA)})=0),"—",SUMIFS(${at.range(AREA)},${at.range(CLOSED)},"<="&${asOfCell(at)})/SUM(${at.range(AREA)}))`,
  };
}

const workingLedger: ListForm = {
  id: 'disposal',
  name: '处置工作台账',
  fits: ({ ledger: { headers } }) =>
    ['deadline', 'disposalMethod', 'closedOutOn', 'closeOut'].some((field) => headers.byField.has(field)),
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('parcelId', '宗地号', 64),
      c.word('enterprise', '项目或权利人', 104),
      input.ledger.headers.byField.has('cluster')
        ? c.word('cluster', '产业集聚区', 84)
        : c.word('township', '镇街', 64),
      c.word('stockType', '类型', 46, { choices: ['批而未供', '闲置', '低效'] }),
      c.amount('landArea', AREA, '亩'),
      c.word('disposalMethod', '处置方式', 66, {
        choices: listChoices(input, 'disposal', '处置方式'),
      }),
      c.word('leadDepartment', '牵头单位', 84),
      c.word('responsiblePerson', '责任人', 42),
      c.day('deadline', DEADLINE),
      c.typed('审核状态', 46, ['未报审', '审核中', '已审核']),
      c.word('progress', '进展', 60),
      stateColumn(input),
      closingColumns(input),
      overdueColumn(),
      checkColumn(),
      c.typed('可供', 32, YES_NO, { centred: true }),
      c.decided(),
    );
    return {
      title: titled(input, '低效用地处置工作台账'),
      columns,
      lines: rowLines(input.ledger, input.rows),
      labelAt: '项目或权利人',
      totals: totalLines(STATE, STATES),
      figures: [asOfFigure(input), rateFigure()],
      notes: [
        '状态按 已摸排→已立策→整改中→已验收→已销号 推进，未手工选定的按日期推出；销号须有验收日期，缺的在“校验”列标出。',
        `处置率＝截止日前已销号面积÷表内全部面积。${columns.some(({ head }) => head === CLOSED) ? '写“逾期”“临近”的以截止日为准，临近为 30 天内（假设）。' : ''}`,
      ],
    };
  },
};

function overdueColumn(): ViewColumn {
  return {
    ...{ head: WARNING, width: 34, kind: 'word', centred: true },
    formula: (at) => warning(at.cell(DEADLINE), at.cell(CLOSED), asOfCell(at)),
    total: (at) => at.count({ head: WARNING, is: '"逾期"' }),
  };
}

const SUPPLY_TYPES = ['增量', '批而未供', '闲置', '低效', '政府储备'] as const;

/** Rows that the ledger calls 可供; without such a word, what is approved or banked and not yet supplied, to be decided one by one. */
function supplyLines(input: ViewInput): { readonly lines: ListLine[]; readonly isSaid: boolean } {
  const read = lineReader(input);
  const all = rowLines(input.ledger, input.rows);
  const texts = (line: ListLine) =>
    ['progress', 'enterpriseStatus', 'remark', 'supplyStatus'].map((field) => read.word(field, line));
  const said = all.filter(
    (line) => texts(line).some((text) => isSuppliable(text)) || read.word('supplyStatus', line) === '是',
  );
  if (said.length > 0 || read.has('supplyStatus')) return { lines: said, isSaid: true };
  const open = all.filter((line) => ['批而未供', '政府储备', '增量'].includes(read.word('stockType', line)));
  return {
    lines: open.filter((line) => !read.isYes('closeOut', line) && read.day('closedOutOn', line) === ''),
    isSaid: false,
  };
}

const isSuppliable = (text: string) =>
  /可供|可以供地|具备供地条件/.test(text) && !/(不|未|暂不|尚不)(可供|具备供地条件|可以供地)/.test(text);

const supply: ListForm = {
  id: 'supply',
  name: '年度可供土地清单',
  fits: ({ ledger }) => ledger.headers.byField.has('stockType'),
  content: (input, c) => {
    const { lines, isSaid } = supplyLines(input);
    const columns = flatColumns(
      c.serial(),
      c.word('parcelId', '地块编号', 84),
      input.ledger.headers.byField.has('cluster')
        ? c.word('cluster', '产业集聚区', 120)
        : c.word('township', '区镇', 90),
      c.word('stockType', '土地类型', 66, { choices: SUPPLY_TYPES }),
      c.amount('landArea', AREA, '亩'),
      c.typedNumber('成本（万元/亩）', '万元/亩', { width: 62 }),
      c.typed('供地条件', 120),
      c.typed('供地程序', 96, ['招标', '拍卖', '挂牌', '协议出让', '划拨', '租赁']),
      c.typedNumber('周期（月）', '月', { width: 46, format: '0' }),
      {
        head: '可供',
        width: 44,
        kind: 'word',
        centred: true,
        typed: true,
        choices: YES_NO,
        value: () => (isSaid ? '是' : ''),
      },
    );
    return {
      title: yearTitled(input, '年度可供土地清单'),
      columns,
      lines,
      labelAt: '产业集聚区',
      totals: totalLines('土地类型', SUPPLY_TYPES),
      notes: [
        isSaid
          ? '取处置台账中标明“可供”的各宗。'
          : '台账没有写明“可供”，暂列未销号的批而未供、政府储备和增量土地，须在“可供”列逐宗认定。',
        '依据：二(二)10，列明使用不同类型土地的成本、条件、程序和周期。',
      ],
    };
  },
};

const supervision: ListForm = {
  id: 'supervision',
  name: '挂牌督办核对表',
  fits: ({ ledger }) => ledger.headers.byField.has('cluster'),
  content: (input, c) => {
    const read = lineReader(input);
    const all = rowLines(input.ledger, input.rows);
    const lines = all.filter(
      (line) => !read.has('stockType') || ['批而未供', '闲置'].includes(read.word('stockType', line)),
    );
    const clusters = [...new Set(all.map((line) => read.word('cluster', line)).filter((name) => name !== ''))];
    const is = (type: string) => ({ head: '类型', is: `"${type}"` });
    const columns = flatColumns(
      c.serial(),
      c.word('cluster', '产业集聚区', 130),
      c.word('parcelId', '宗地号', 76),
      c.word('enterprise', '项目或权利人', 130),
      c.word('stockType', '类型', 56),
      { ...c.amount('landArea', AREA, '亩') },
      {
        head: '批而未供（宗）',
        width: 46,
        kind: 'number',
        format: '0',
        unit: '宗',
        total: (at) => at.count(is('批而未供')),
      },
      { head: '闲置（宗）', width: 46, kind: 'number', format: '0', unit: '宗', total: (at) => at.count(is('闲置')) },
      c.word('supervised', '挂牌督办', 44, { centred: true, typed: true, choices: YES_NO }),
      {
        head: '督办（宗）',
        width: 46,
        kind: 'number',
        format: '0',
        total: (at) => at.count({ head: '挂牌督办', is: '"是"' }),
      },
      { head: '结论', width: 76, kind: 'word', total: (at) => judgementOf(at) },
      c.word('disposalMethod', '处置方式', 76),
      c.remark(),
    );
    return {
      title: titled(input, '挂牌督办核对表'),
      columns,
      lines,
      labelAt: '产业集聚区',
      totals: clusters.map((name) => ({ label: name, where: [{ head: '产业集聚区', is: quoted(name) }] })),
      notes: [
        '依据：二(三)13“2021年年底前每个产业集聚区挂牌督办2宗以上”（原文“2宗以；”，按“以上”理解）。在“挂牌督办”列选“是”，上方各区宗数随之更新。',
      ],
    };
  },
};

const judgementOf = (at: LineCells) =>
  `=IF(${at.cell('督办（宗）')}>=2,"已达2宗","不足2宗，差"&(2-${at.cell('督办（宗）')})&"宗")`;

/** Lists about disposal: the working ledger, what can be supplied, what is supervised. */
export const DISPOSAL_LISTS: readonly ListForm[] = [workingLedger, supply, supervision];
