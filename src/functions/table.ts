/** A function's help in two languages; names stay ASCII in both, so that formulas are the same everywhere. */
interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One argument of a custom function as Excel's help shows it. */
export interface ParameterHelp {
  readonly name: string;
  readonly help: Text;
  readonly matrix: boolean;
  readonly optional: boolean;
}

/** One custom function: the table that metadata, the workbench's help and docs/functions.md are made from. */
export interface FunctionHelp {
  readonly name: string;
  readonly help: Text;
  readonly shape: Text;
  readonly parameters: readonly ParameterHelp[];
}

function required(name: string, zh: string, en: string): ParameterHelp {
  return { name, help: { zh, en }, matrix: true, optional: false };
}
function optional(name: string, zh: string, en: string): ParameterHelp {
  return { name, help: { zh, en }, matrix: true, optional: true };
}

const TAX = required('tax', '税收，单位万元，单元格或区域', 'tax paid in wan yuan, a cell or a range');
const AREA = required('area', '用地面积，单位亩，与税收同样大小', 'land area in mu, the same size as tax');
const HEADERS = required('headers', '表头，1 至 3 行，含单位', 'header rows, 1 to 3, with units');
const ROWS = required('rows', '数据行，列与表头对应', 'data rows, columns as in the headers');
const POLICY = optional(
  'policy',
  '政策，如 "嵊州2021"，或放有政策参数的区域（亩均政策）',
  'policy, such as "嵊州2021", or a range holding a 政策参数 table',
);
const GROUP = optional('group', '产业集聚区或组别，按区间分组的政策才要', 'cluster or group, for policies with bands');
const AS_OF = optional('asOf', '基准日，日期或 "2023-06-30"', 'base date, a date or "2023-06-30"');
const COHORT = optional(
  'cohort',
  '平均和名次所依据的全部数据行；不填即数据行本身',
  'rows for averages; left out: rows',
);

const WHY_SHAPE: Text = {
  zh: '每行 4 列：理由、距下一档（万元）、条款、状态',
  en: 'n x 4: reason, 万元 of tax to the next line, clause, status',
};

/** The functions of this version, in the order in which Excel lists them. Frozen: they live in officials' workbooks. */
export const FUNCTIONS: readonly FunctionHelp[] = [
  {
    name: 'MUJUN_TIER',
    help: { zh: '按亩均税收判定档位，逐格作答，可整列溢出', en: 'Tier by tax per mu, element by element; spills' },
    shape: { zh: '与税收同样大小', en: 'the size of tax' },
    parameters: [TAX, AREA, POLICY, GROUP, AS_OF],
  },
  {
    name: 'RENEWAL_PATH',
    help: { zh: '按政策判定每户的改造路径，一行一个，可整列溢出', en: 'Renewal path, one per row; spills' },
    shape: { zh: '每行 1 列', en: 'n x 1' },
    parameters: [HEADERS, ROWS, POLICY, AS_OF, COHORT],
  },
  {
    name: 'MUJUN_TIER_WHY',
    help: { zh: '档位的理由、距下一档的税收、条款和政策状态', en: 'Why the tier: reason, distance, clause, status' },
    shape: WHY_SHAPE,
    parameters: [TAX, AREA, POLICY, GROUP, AS_OF],
  },
  {
    name: 'MUJUN_RENEWAL_WHY',
    help: {
      zh: '改造路径的理由、距下一档的税收、条款和政策状态',
      en: 'Why the path: reason, distance, clause, status',
    },
    shape: WHY_SHAPE,
    parameters: [HEADERS, ROWS, POLICY, AS_OF, COHORT],
  },
];
