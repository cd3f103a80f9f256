import type { ColumnVerbs, ListForm } from '../columnVerbs';
import { asOfFigure, flatColumns, titled, warning } from '../common';
import { rowLines } from '../rowKeys';
import type { LineCells, ViewColumn } from '../list';
import { asOfCell } from '../listSheet';

/** Promised figures: more is better, or less is (energy, emissions). */
const PROMISES = [
  { name: '投资强度', unit: '万元/亩', field: 'investmentIntensity', less: false },
  { name: '容积率', unit: '', field: 'plotRatio', less: false },
  { name: '亩均税收', unit: '万元/亩', field: 'taxPerMu', less: false },
  { name: '单位能耗', unit: '', field: '', less: true },
  { name: '单位排污', unit: '', field: '', less: true },
] as const;

type Promise = (typeof PROMISES)[number];
const KEPT_LINE = '部分履约线';

/** 承诺, 实际 and whether it was kept; the line of 部分履约 is a figure above (0.8, an assumption of rulebook TC-14). */
function promiseColumns(c: ColumnVerbs, { name, unit, field, less }: Promise): readonly ViewColumn[] {
  const parent = unit === '' ? name : `${name}（${unit}）`;
  const more = { parent, width: 40, ...(unit === '' ? {} : { unit }) };
  const actual: ViewColumn =
    field === '' || !c.read.has(field)
      ? c.typedNumber('实际', unit, more)
      : c.ratio(field, '实际', { ...more, typed: true });
  return [
    c.typedNumber('承诺', unit, more),
    actual,
    {
      parent,
      head: '履约',
      width: 44,
      kind: 'word',
      centred: true,
      formula: (at) => keptFormula(at, parent, less),
      total: (at) => at.count({ head: `${parent}/履约`, is: '"未履约"' }),
    },
  ];
}

function keptFormula(at: LineCells, parent: string, less: boolean): string {
  const [promised, actual] = [at.cell(`${parent}/承诺`), at.cell(`${parent}/实际`)];
  const share = less ? `${promised}/${actual}` : `${actual}/${promised}`;
  return `=IF(OR(N(${promised})<=0,${actual}="",N(${actual})${less ? '<=' : '<'}0),"",IF(${share}>=1,"履约",IF(${share}>=${at.figure(KEPT_LINE)},"部分履约","未履约")))`;
}

/** A node: the agreed day, the day it happened, and whether it is late or near. */
function nodeColumns(
  c: ColumnVerbs,
  name: string,
  fields: { readonly planned?: string; readonly actual?: string } = {},
) {
  const parent = name;
  const day = (head: string, field: string | undefined): ViewColumn =>
    field !== undefined && c.read.has(field)
      ? c.day(field, head, { parent, width: 58, typed: true })
      : c.typedDay(head, { parent, width: 58 });
  return [
    day('约定', fields.planned),
    day('实际', fields.actual),
    {
      parent,
      head: '预警',
      width: 32,
      kind: 'word' as const,
      centred: true,
      formula: (at: LineCells) => warning(at.cell(`${name}/约定`), at.cell(`${name}/实际`), asOfCell(at)),
      total: (at: LineCells & { count: (where: { head: string; is: string }) => string }) =>
        at.count({ head: `${name}/预警`, is: '"逾期"' }),
    },
  ] satisfies ViewColumn[];
}

/** 标准地履约台账 (许昌 二(四)18, 20; 嵊州 三6): four nodes with warnings, the land and its term. */
const nodes: ListForm = {
  id: 'standard-land',
  name: '标准地履约台账',
  fits: ({ ledger: { headers } }) =>
    ['plannedStart', 'plannedFinish', 'plannedFullProduction'].some((field) => headers.byField.has(field)),
  content: (input, c) => {
    const term = '出让年限（年）';
    const columns = flatColumns(
      c.serial(),
      c.word('enterprise', '项目或企业', 110),
      c.word('parcelId', '宗地号', 66),
      c.amount('landArea', '面积（亩）', '亩'),
      c.ratio('grantTerm', term, { format: '0', width: 40, unit: '年' }),
      {
        head: '年限核对',
        width: 44,
        kind: 'word',
        centred: true,
        formula: (at) => `=IF(N(${at.cell(term)})=0,"",IF(${at.cell(term)}>20,"超20年","符合"))`,
      },
      c.typed('监管协议编号', 62),
      c.typed('承诺书编号', 62),
      nodeColumns(c, '签约', { actual: 'approvedOn' }),
      nodeColumns(c, '开工', { planned: 'plannedStart', actual: 'actualStart' }),
      nodeColumns(c, '竣工验收', { planned: 'plannedFinish', actual: 'actualFinish' }),
      nodeColumns(c, '达产验收', { planned: 'plannedFullProduction' }),
      c.typed('验收结论', 48, ['通过', '限期整改', '不通过']),
      c.remark(),
    );
    return {
      title: titled(input, '工业用地“标准地”履约台账'),
      columns,
      lines: rowLines(input.ledger, input.rows),
      labelAt: '项目或企业',
      totals: [{ label: '逾期合计', where: [] }],
      figures: [asOfFigure(input)],
      notes: [
        '依据：许昌二(四)18、20 竣工验收和达产验收；新增工业用地出让年限不超过 20 年（一(二)）。逾期以“截止日”为准，30 天内为临近（假设）。',
      ],
    };
  },
};

/** 信用承诺与履约台账 (太仓 三(六), 嵊州 三6): five promises, stages, and the penalty that the contract agrees on. */
const credit: ListForm = {
  id: 'credit',
  name: '信用承诺与履约台账',
  fits: ({ ledger }) => ledger.headers.byField.has('enterprise'),
  content: (input, c) => {
    const [base, share, due] = ['违约金基数（万元）', '约定比例（%）', '违约金（万元）'];
    const columns = flatColumns(
      c.serial(),
      c.word('enterprise', '企业名称', 100),
      c.word('parcelId', '宗地号', 58),
      c.typed('承诺书编号', 52),
      c.typed('阶段', 48, ['事前：告知承诺', '事中：信用综合评价', '事后：联动奖惩']),
      PROMISES.flatMap((promise) => promiseColumns(c, promise)),
      unkept(),
      c.typedNumber(base, '万元', { format: '#,##0', width: 50 }),
      c.typedNumber(share, '', { width: 42 }),
      {
        head: due,
        width: 50,
        kind: 'number',
        format: '#,##0',
        unit: '万元',
        formula: (at) =>
          `=IF(OR(N(${at.cell('未履约项')})=0,${at.cell(base)}="",${at.cell(share)}=""),"",${at.cell(base)}*${at.cell(share)}/100)`,
        total: (at) => at.sum(due),
      },
      c.typed('信用评价', 40, ['守信', '一般', '失信']),
      c.typedDay('评价日期', { width: 58 }),
      c.typed('共享公共信用平台', 40, ['已共享', '未共享']),
    );
    return {
      title: titled(input, '信用承诺与履约台账'),
      columns,
      lines: rowLines(input.ledger, input.rows),
      labelAt: '企业名称',
      totals: [{ label: '未履约合计', where: [] }],
      figures: [{ label: KEPT_LINE, value: 0.8, format: '0%' }],
      notes: [
        '依据：太仓三(六) 事前、事中、事后信用监管；嵊州三6 对未兑现承诺的按项目投资合同约定收取违约金。基数和比例按合同填写，不填不算。',
        '实际不低于承诺为履约；不到承诺但达到“部分履约线”为部分履约；低于该线为未履约。80% 为假设，可改。单位能耗、单位排污以低为好。',
      ],
    };
  },
};

function unkept(): ViewColumn {
  const heads = PROMISES.map(({ name, unit }) => `${unit === '' ? name : `${name}（${unit}）`}/履约`);
  return {
    head: '未履约项',
    width: 34,
    kind: 'number',
    format: '0',
    unit: '项',
    formula: (at) => `=${heads.map((head) => `(${at.cell(head)}="未履约")`).join('+')}`,
    total: (at) => at.sum('未履约项'),
  };
}

/** 重大项目进度计划表 (嘉定 五14): a three-party letter for each project, nodes and warnings. */
const projects: ListForm = {
  id: 'major-projects',
  name: '重大项目进度表',
  fits: ({ ledger }) => ledger.headers.byField.has('enterprise'),
  content: (input, c) => {
    const names = ['签订责任书', '供地', '审批', '开工', '竣工', '投产'];
    const columns = flatColumns(
      c.serial(),
      c.word('enterprise', '项目名称', 110),
      c.word('township', '所在镇', 60),
      c.typed('三方责任书编号', 62),
      c.typed('责任领导', 44),
      c.word('leadDepartment', '牵头部门', 70),
      ...names.map((name) =>
        nodeColumns(c, name, name === '开工' ? { planned: 'plannedStart', actual: 'actualStart' } : {}),
      ),
      c.typed('存在问题', 80),
      c.remark(),
    );
    return {
      title: titled(input, '重大项目进度计划表'),
      columns,
      lines: rowLines(input.ledger, input.rows),
      labelAt: '项目名称',
      totals: [{ label: '逾期合计', where: [] }],
      figures: [asOfFigure(input)],
      notes: [
        '依据：五14“对重大项目签订三方责任书和编制进度计划表，建立项目推进预警机制”。节点可改；30 天内为临近（假设）。',
        '列出台账全部行，哪些是重大项目由区里确定，其余各行可删。',
      ],
    };
  },
};

/** Lists about what was promised and when it is due. */
export const COMPLIANCE_LISTS: readonly ListForm[] = [nodes, credit, projects];
