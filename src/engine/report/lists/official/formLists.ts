import { HEADS, type ListForm } from '../columnVerbs';
import { flatColumns, formLines, titled, totalLines } from '../common';
import { lineReader } from '../lineReader';
import { rowLines } from '../rowKeys';
import type { LineCells, ViewColumn } from '../list';
import type { ListLine, ViewInput } from '../listInput';

/** The departments that 太仓 三(一) to 三(六) make responsible, and the matters that they review (三(四)). */
const DEPARTMENTS =
  '市发改委 市科技局 市工信局 市资规局 市住建局 市城管局 市行政审批局 市国资运服中心 市招商局 市财政局 市金融监管局 生态环境局 市应急局 市市场监管局 市税务局'.split(
    ' ',
  );
const MATTERS = ['年度推进计划', '实施方案', '项目引入'] as const;
const OPINION = '审查意见';

/** 联审意见表: every matter before every department; what is unanswered is counted by matter. */
const review: ListForm = {
  id: 'joint-review',
  name: '联审意见表',
  fits: () => true,
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.own('事项', 110, { centred: true }),
      c.own('审查部门', 120),
      c.typed('区镇', 80),
      c.typedDay('送审日期'),
      c.typed(OPINION, 76, ['同意', '修改后同意', '不同意']),
      c.typed('意见内容', 170),
      c.typedDay('回复日期'),
      {
        head: '是否回复',
        width: 56,
        kind: 'word',
        centred: true,
        formula: (at) => `=IF(${at.cell(OPINION)}="","未回复","已回复")`,
        total: (at) => `=${at.count({ head: '是否回复', is: '"未回复"' }).slice(1)}&" 个部门未回复"`,
      },
      c.typed('经办人', 50),
    );
    return {
      title: titled(input, '产业载体存量自主更新联审意见表'),
      columns,
      lines: formLines(MATTERS.flatMap((事项) => DEPARTMENTS.map((审查部门) => ({ 事项, 审查部门 })))),
      labelAt: '审查部门',
      totals: totalLines('事项', MATTERS),
      notes: [
        '依据：三(四) 成员单位对年度推进计划、实施方案及项目引入等事项提出审查意见。部门取自三(一)至三(六)的责任单位，可增删。',
      ],
    };
  },
};

const LIST = { code: '清单：行业代码（前缀）或关键词', kind: '清单：类别' } as const;

/**
 * 准入清单 (太仓 三(三)): the list is pasted at the right; a code that begins with an entry, or a trade that contains it, is matched.
 * A ban goes before an encouragement; what no entry names is allowed.
 */
const admission: ListForm = {
  id: 'admission',
  name: '准入清单',
  fits: ({ ledger }) => ledger.headers.byField.has('industry'),
  content: (input, c) => {
    const [code, trade] = ['行业代码', '行业'];
    const read = lineReader(input);
    const columns = flatColumns(
      c.serial(),
      c.word('enterprise', '企业名称', 130),
      c.word('township', '区镇', 76),
      {
        head: code,
        width: 56,
        kind: 'word',
        centred: true,
        typed: true,
        value: (line) => /\d{2,4}/.exec(read.word('industry', line))?.[0] ?? '',
      },
      {
        ...c.word('industry', trade, 110),
        value: (line) => read.word('industry', line).replace(/^[A-Z]?\d{2,4}\s*/, ''),
      },
      {
        head: '匹配结果',
        width: 60,
        kind: 'word',
        centred: true,
        formula: (at) => matchFormula(at, code, trade),
        total: (at) => `=${at.count({ head: '匹配结果', is: '"禁止"' }).slice(1)}&" 户禁止"`,
      },
      c.typed('会办结论', 70, ['同意引入', '不同意引入', '另行研究']),
      c.remark(),
      c.typed(LIST.code, 100),
      c.typed(LIST.kind, 56, ['鼓励', '禁止']),
    );
    return {
      title: titled(input, '产业准入清单匹配表'),
      columns,
      lines: rowLines(input.ledger, input.rows),
      labelAt: '企业名称',
      totals: [{ label: '合计', where: [] }],
      notes: [
        '请把准入鼓励清单、负面清单粘贴到最右两列（每行一个行业代码前缀或关键词，注明 鼓励 或 禁止）。同时命中的以禁止为准，都未命中为允许；清单空白时不作判断。',
        '依据：三(三)。清单正文是文件附件，未随文件提供。',
      ],
    };
  },
};

function matchFormula(at: LineCells, code: string, trade: string): string {
  const [entries, kinds] = [at.range(LIST.code), at.range(LIST.kind)];
  const [own, name] = [at.cell(code), at.cell(trade)];
  const hit = `(${entries}<>"")*(((${own}<>"")*(LEFT(${own},LEN(${entries}))=${entries}&""))+ISNUMBER(SEARCH(${entries},${name}))>0)`;
  const has = (kind: string) => `SUMPRODUCT(${hit}*(${kinds}="${kind}"))>0`;
  return `=IF(OR(COUNTA(${entries})=0,AND(${own}="",${name}="")),"",IF(${has('禁止')},"禁止",IF(${has('鼓励')},"鼓励","允许")))`;
}

/** 3+N+1 指标矩阵 (许昌 二(四)17): region by trade; the three indicators beside what the ledger gives, N and 1 to fill. */
const indicators: ListForm = {
  id: 'indicator-matrix',
  name: '标准地指标矩阵',
  fits: () => true,
  content: (input, c) => {
    const region = input.ledger.headers.byField.has('cluster') ? 'cluster' : 'township';
    const actual = (parent: string, field: string): ViewColumn => ({
      ...c.ratio(field, '现状', { parent, width: 50 }),
      value: () => '',
      typed: true,
    });
    const columns = flatColumns(
      c.serial(),
      c.word(region, region === 'cluster' ? '产业集聚区' : '区域', 120),
      c.word('industry', '行业', 110),
      {
        head: '户数',
        width: 36,
        kind: 'number',
        format: '0',
        unit: '户',
        value: (line) => line.rows.length,
        total: (at) => at.sum('户数'),
      },
      c.tax(),
      c.typedNumber('控制值', '万元/亩', { parent: '投资强度（万元/亩）' }),
      actual('投资强度（万元/亩）', 'investmentIntensity'),
      c.typedNumber('控制值', '万元/亩', { parent: '亩均税收控制（万元/亩）' }),
      {
        parent: '亩均税收控制（万元/亩）',
        head: '达标',
        width: 40,
        kind: 'word',
        centred: true,
        formula: (at) =>
          `=IF(OR(N(${at.cell('亩均税收控制（万元/亩）/控制值')})=0,${at.cell(HEADS.perMu)}=""),"",IF(${at.cell(HEADS.perMu)}>=${at.cell('亩均税收控制（万元/亩）/控制值')},"达标","未达标"))`,
      },
      c.typedNumber('控制值', '', { parent: '容积率' }),
      actual('容积率', 'plotRatio'),
      c.typedNumber('能耗', '', { parent: 'N：自选指标' }),
      c.typedNumber('排放', '', { parent: 'N：自选指标' }),
      c.typedNumber('就业', '', { parent: 'N：自选指标' }),
      c.typed('信用承诺', 50, ['已承诺', '未承诺'], { parent: '1：承诺' }),
    );
    return {
      title: titled(input, '工业用地“标准地”3+N+1控制性指标矩阵'),
      columns,
      lines: groupLines(input, region),
      labelAt: '行业',
      totals: [{ label: '合计', where: [] }],
      notes: [
        '依据：二(四)17 分区域、分行业的控制性指标体系。文件未列明 3、N、1，暂取 3＝投资强度、亩均税收、容积率，1＝信用承诺（假设）；控制值由标准化主管部门批准后填写。',
      ],
    };
  },
};

/** One line a region and trade. */
function groupLines(input: ViewInput, region: string): ListLine[] {
  const read = lineReader(input);
  const groups = new Map<string, number[]>();
  for (const row of input.rows) {
    const line = { key: '', rows: [row] };
    const key = [read.word(region, line), read.word('industry', line)].join('·');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, rows]) => ({ key: key === '·' ? '未注明' : key, rows }));
}

/** Forms that documents name: reviews, lists to admit by, indicators. */
export const FORM_LISTS: readonly ListForm[] = [review, admission, indicators];
