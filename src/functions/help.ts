/** A function's help in two languages; names stay ASCII in both, so that formulas are the same everywhere. */
export interface Text {
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

/** An argument that must be given. */
export function required(name: string, zh: string, en: string): ParameterHelp {
  return { name, help: { zh, en }, matrix: true, optional: false };
}
/** An argument that may be left out. */
export function optional(name: string, zh: string, en: string): ParameterHelp {
  return { name, help: { zh, en }, matrix: true, optional: true };
}

export const TAX = required('tax', '税收，单位万元，单元格或区域', 'tax paid in wan yuan, a cell or a range');
export const AREA = required('area', '用地面积，单位亩，与税收同样大小', 'land area in mu, the same size as tax');
export const HEADERS = required('headers', '表头，1 至 3 行，含单位', 'header rows, 1 to 3, with units');
export const ROWS = required('rows', '数据行，列与表头对应', 'data rows, columns as in the headers');
export const POLICY = optional(
  'policy',
  '政策，如 "嵊州2021"，或放有政策参数的区域（亩均政策）',
  'policy, such as "嵊州2021", or a range holding a 政策参数 table',
);
export const GROUP = optional(
  'group',
  '产业集聚区或组别，按区间分组的政策才要',
  'cluster or group, for policies with bands',
);
export const AS_OF = optional('asOf', '基准日，日期或 "2023-06-30"', 'base date, a date or "2023-06-30"');
export const COHORT = optional(
  'cohort',
  '平均和名次所依据的全部数据行；不填即数据行本身',
  'rows for averages; left out: rows',
);
