import { optional, required, type Text } from './customFunction';

/** What several functions ask for or answer in the same words. */
export const TAX = required('tax', '税收，单位万元，单元格或区域', 'tax paid in wan yuan, a cell or a range');
export const AREA = required('area', '用地面积，单位亩，与税收同样大小', 'land area in mu, the same size as tax');
export const HEADERS = required('headers', '表头，1 至 3 行，含单位', 'header rows, 1 to 3, with units');
export const ROWS = required('rows', '数据行，列与表头对应', 'data rows, columns as in the headers');
export const POLICY_ARGUMENT = optional(
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
export const WHOLE_COHORT = required(
  'cohort',
  '全部参评的数据行，列与表头对应；名次在其中排',
  'all rows that are rated together, columns as in the headers',
);
export const WHOLE_ROWS = required(
  'rows',
  '数据行，列与表头对应；按等级的，全部参评的行一起给',
  'data rows; where measures go by grade, all rows that are rated together',
);
export const LAND = required('area', '用地面积，单位亩', 'land area in mu');
export const FAR = required('far', '现容积率', 'present plot ratio');
export const TARGET = required('target', '目标（拟改）容积率', 'target plot ratio');

export const ONE_NUMBER: Text = { zh: '1 个数', en: 'one number' };
export const ONE_COLUMN: Text = { zh: '每行 1 列', en: 'n x 1' };
export const LIKE_AREA: Text = { zh: '与面积同样大小', en: 'the size of area' };
export const WHY_SHAPE: Text = {
  zh: '每行 4 列：理由、距下一档（万元）、条款、状态',
  en: 'n x 4: reason, 万元 of tax to the next line, clause, status',
};
