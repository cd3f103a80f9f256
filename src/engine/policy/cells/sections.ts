import { INCLUDES_LINE } from '../includesLine';

/**
 * How a cell says a part of a pack's file. `list` is several words with 、 between them; `unit` a
 * text that may be none; `field` a column of the ledger by any name that it has; `amount` a number or a formula; `flag` 是
 * or 否; otherwise the words of the cell, each with what the file has for it, and any other text as it is.
 */
export type CellKind =
  'text' | 'unit' | 'field' | 'list' | 'number' | 'amount' | 'day' | 'flag' | Readonly<Record<string, string>>;

/** A place in a pack's file: `$名称` is what the row's cell under 名称 says, `*` the row's number within its list. */
export type PackPlace = readonly string[];

/** A column of a section; one that is part of its rows' place has no place of its own. */
export interface SectionColumn {
  readonly header: string;
  readonly kind: CellKind;
  readonly place?: PackPlace;
}

/** A part of a pack as a table of its own: where its rows are in the file, and what each column of them says. */
export interface PackSection {
  readonly title: string;
  readonly rows: PackPlace;
  readonly columns: readonly SectionColumn[];
}

/** The rows of the first section: a name and what it says. */
export const HEAD_HEADERS = { name: '名称', value: '内容' } as const;

const STATUS = { 已印发: 'issued', 征求意见稿: 'draft' } as const;
const BLANKS = { 待核实: 'unknown', 不算缺: 'blank' } as const;
const DERIVED = {
  建成年数: 'ageOfBuilding',
  闲置认定: 'idleRule',
  产出水平: 'outputLevel',
  是否空白: 'isBlank',
} as const;
const METHODS = { 按基准: 'ratio', 极差法: 'minMax' } as const;
const BOUNDS = { 不超过: 'atMost', 不少于: 'atLeast' } as const;
const ROUNDINGS = { 舍去: 'down', 四舍五入: 'nearest', 进一: 'up' } as const;
const KINDS = {
  文字: 'text',
  是否: 'yesNo',
  面积: 'area',
  建筑面积: 'floor',
  金额: 'money',
  数: 'number',
  比例: 'percent',
  年份: 'year',
  日期: 'date',
} as const;

function column(header: string, kind: CellKind, ...place: PackPlace): SectionColumn {
  return { header, kind, place };
}

function key(header: string): SectionColumn {
  return { header, kind: 'text' };
}

/** What a row stands on. */
function grounds(...row: PackPlace): readonly SectionColumn[] {
  return [
    column('条款', 'text', ...row, 'citation', 'place'),
    column('原文', 'text', ...row, 'citation', 'quote'),
    column('据', 'text', ...row, 'citation', 'document'),
    column('推定', 'text', ...row, 'assumption'),
    column('转引来源', 'text', ...row, 'reported', 'source'),
    column('看到日期', 'text', ...row, 'reported', 'seen'),
    column('转引说明', 'text', ...row, 'reported', 'note'),
  ];
}

/** What is said once of a whole policy. */
export const HEAD_LINES: readonly SectionColumn[] = [
  column('格式', 'number', 'format'),
  column('编号', 'text', 'id'),
  column('全称', 'text', 'title'),
  column('简称', 'text', 'short'),
  column('地名', 'text', 'place'),
  column('别名', 'list', 'aliases'),
  column('状态', STATUS, 'status'),
  column('公布日期', 'day', 'published'),
  column('施行日期', 'day', 'from'),
  column('失效日期', 'day', 'until'),
  column('期限推定', 'text', 'periodAssumption'),
  column('来源', 'text', 'source'),
  column('依托', 'text', 'extends'),
  column('次序', 'number', 'order'),
  column(INCLUDES_LINE, 'flag', 'conventions', INCLUDES_LINE, 'value'),
  column('档位说明', 'text', 'tiers', 'note'),
  column('分组的列', 'text', 'tiers', 'bands', 'field'),
  column('本组下限叫', 'text', 'tiers', 'bands', 'floor'),
  column('本组上限叫', 'text', 'tiers', 'bands', 'ceiling'),
  column('极差法最低分', 'number', 'grading', 'floor'),
  column('加分', 'text', 'grading', 'bonus'),
  column('扣分', 'text', 'grading', 'penalty'),
  column('总分系数', 'text', 'grading', 'factor'),
  column('同分依次比', 'list', 'grading', 'ties'),
  column('合并计算的列', 'text', 'grading', 'together', 'by'),
  column('合并时相加', 'list', 'grading', 'together', 'add'),
];

const COHORT = ['grading', 'cohorts', '$分组'] as const;
const FIELD = ['fields', '$名称'] as const;
const VALUE = ['values', '$名称'] as const;
const INDICATOR = ['grading', 'indicators', '$名称'] as const;
const MEASURE = ['measures', '$项目'] as const;

function list(title: string, rows: PackPlace, columns: readonly SectionColumn[]): PackSection {
  return { title, rows, columns: [...columns, ...grounds(...rows)] };
}

function quotas(title: string, rows: PackPlace): PackSection {
  const columns = [
    key('分组'),
    column('等级', 'text', ...rows, 'grade'),
    column('比例', 'number', ...rows, 'share'),
    column('界限', BOUNDS, ...rows, 'bound'),
  ];
  return { title, rows, columns };
}

/** Every part of a pack but what is said once, in the order in which the sheet has them. */
export const SECTIONS: readonly PackSection[] = [
  {
    title: '本地的列',
    rows: ['columns', '$列名'],
    columns: [
      key('列名'),
      column('种类', KINDS, 'columns', '$列名', 'kind'),
      column('单位', 'text', 'columns', '$列名', 'unit'),
      column('也叫', 'list', 'columns', '$列名', 'synonyms'),
    ],
  },
  {
    title: '用到的列',
    rows: FIELD,
    columns: [
      key('名称'),
      column('台账的列', 'field', ...FIELD, 'field'),
      column('空白按', BLANKS, ...FIELD, 'whenBlank'),
      column('推算', DERIVED, ...FIELD, 'derive'),
      column('推定', 'text', ...FIELD, 'assumption'),
      column('也叫', 'list', ...FIELD, 'synonyms'),
    ],
  },
  {
    title: '用词',
    rows: ['fields', '$列', 'words', '$用词'],
    columns: [key('列'), key('用词'), column('台账里的写法', 'list', 'fields', '$列', 'words', '$用词')],
  },
  list(
    '数值',
    [...VALUE, 'dated', '*'],
    [
      key('名称'),
      column('值', 'amount', ...VALUE, 'dated', '*', 'value'),
      column('单位', 'unit', ...VALUE, 'unit'),
      column('起', 'day', ...VALUE, 'dated', '*', 'from'),
      column('止', 'day', ...VALUE, 'dated', '*', 'until'),
      column('条目', 'text', ...VALUE, 'rule'),
    ],
  ),
  {
    title: '算式',
    rows: ['formulas', '$名称'],
    columns: [key('名称'), column('算式', 'text', 'formulas', '$名称')],
  },
  {
    title: '条件',
    rows: ['conditions', '$名称'],
    columns: [key('名称'), column('条件', 'text', 'conditions', '$名称')],
  },
  {
    title: '档位分组',
    rows: ['tiers', 'bands', 'groups', '$组'],
    columns: [
      key('组'),
      column('成员', 'list', 'tiers', 'bands', 'groups', '$组', 'members'),
      column('下限', 'text', 'tiers', 'bands', 'groups', '$组', 'floor'),
      column('上限', 'text', 'tiers', 'bands', 'groups', '$组', 'ceiling'),
    ],
  },
  list(
    '档位',
    ['tiers', 'rules', '*'],
    [
      column('结论', 'text', 'tiers', 'rules', '*', 'tier'),
      column('条件', 'text', 'tiers', 'rules', '*', 'when'),
      column('条目', 'text', 'tiers', 'rules', '*', 'rule'),
    ],
  ),
  list(
    '路径',
    ['paths', 'rules', '*'],
    [
      column('结论', 'text', 'paths', 'rules', '*', 'path'),
      column('条件', 'text', 'paths', 'rules', '*', 'when'),
      column('条目', 'text', 'paths', 'rules', '*', 'rule'),
    ],
  ),
  list('指标', INDICATOR, [
    key('名称'),
    column('算式', 'text', ...INDICATOR, 'formula'),
    column('基准', 'text', ...INDICATOR, 'benchmark'),
    column('倍数', 'number', ...INDICATOR, 'times'),
    column('封顶', 'number', ...INDICATOR, 'cap'),
    column('方向', { 越高越好: 'higher', 越低越好: 'lower' }, ...INDICATOR, 'better'),
    column('缺报', 'amount', ...INDICATOR, 'whenMissing'),
    column('小数位数', 'number', ...INDICATOR, 'decimals'),
  ]),
  list('评价分组', COHORT, [
    key('分组'),
    column('条件', 'text', ...COHORT, 'when'),
    column('计分', METHODS, ...COHORT, 'method'),
    column('各排各的', 'text', ...COHORT, 'each'),
    column('户数', ROUNDINGS, ...COHORT, 'rounding'),
    column('权重合计', 'number', ...COHORT, 'outOf'),
    column('小组不足户数', 'number', ...COHORT, 'leastCohort', 'under'),
  ]),
  {
    title: '权重',
    rows: [...COHORT, 'weights', '$指标'],
    columns: [key('分组'), key('指标'), column('分', 'number', ...COHORT, 'weights', '$指标')],
  },
  quotas('等级比例', [...COHORT, 'quotas', '*']),
  quotas('小组比例', [...COHORT, 'leastCohort', 'quotas', '*']),
  list(
    '直接定级',
    ['grading', 'outright', '*'],
    [
      column('等级', 'text', 'grading', 'outright', '*', 'grade'),
      column('条件', 'text', 'grading', 'outright', '*', 'when'),
      column('仍计入', 'text', 'grading', 'outright', '*', 'counts'),
    ],
  ),
  list(
    '总分界限',
    ['grading', 'total'],
    [
      column('最低', 'number', 'grading', 'total', 'least'),
      column('最高', 'number', 'grading', 'total', 'most'),
      column('小数位数', 'number', 'grading', 'total', 'decimals'),
    ],
  ),
  list(
    '排名后更正',
    ['grading', 'after', '*'],
    [
      column('改为', 'text', 'grading', 'after', '*', 'to'),
      column('条件', 'text', 'grading', 'after', '*', 'when'),
      column('原等级', 'list', 'grading', 'after', '*', 'from'),
    ],
  ),
  list(
    '差别化政策',
    [...MEASURE, 'lines', '*'],
    [
      key('项目'),
      column('单位', 'unit', ...MEASURE, 'unit'),
      column('条件', 'text', ...MEASURE, 'lines', '*', 'when'),
      column('数', 'amount', ...MEASURE, 'lines', '*', 'amount'),
      column('文字', 'text', ...MEASURE, 'lines', '*', 'words'),
    ],
  ),
  list('免收依据', ['waiver'], []),
];

/** What a file of these sections has besides what its cells say: parts that are there though no row says so. */
export function withFixedParts(file: Record<string, unknown>): Record<string, unknown> {
  const { paths, conventions, grading } = file as { paths?: object; conventions?: object; grading?: object };
  const said = Object.entries(conventions ?? {}).map(
    ([name, own]) => [name, { ...(own as object), assumption: `政策全文里写明` }] as const,
  );
  return {
    aliases: [],
    source: '',
    fields: {},
    values: {},
    ...file,
    conventions: Object.fromEntries(said),
    ...(paths ? { paths: { hit: 'first', ...paths } } : {}),
    ...(grading ? { grading: { outright: [], ...grading } } : {}),
  };
}
