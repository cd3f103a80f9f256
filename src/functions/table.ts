import { CHECKS } from './helpOfChecks';
import { GRADES } from './helpOfGrades';
import {
  AREA,
  AS_OF,
  COHORT,
  GROUP,
  HEADERS,
  optional,
  POLICY,
  required,
  ROWS,
  TAX,
  type FunctionHelp,
  type Text,
} from './help';

const LAND = required('area', '用地面积，单位亩', 'land area in mu');
const FAR = required('far', '现容积率', 'present plot ratio');
const TARGET = required('target', '目标（拟改）容积率', 'target plot ratio');
const ONE: Text = { zh: '1 个数', en: 'one number' };
const LIKE_AREA: Text = { zh: '与面积同样大小', en: 'the size of area' };

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
  {
    name: 'MUJUN_AVG',
    help: {
      zh: '平均亩均税收：Σ税收÷Σ面积（万元/亩），只算两者都有的行',
      en: 'Average tax per mu: total tax over total area, of rows with both',
    },
    shape: ONE,
    parameters: [TAX, AREA],
  },
  {
    name: 'MUJUN_TO_MU',
    help: { zh: '把面积换算成亩，逐格作答', en: 'Areas in mu, element by element; spills' },
    shape: LIKE_AREA,
    parameters: [
      required('area', '要换算的面积，单元格或区域', 'areas to convert, a cell or a range'),
      required(
        'unit',
        '原单位：㎡、公顷、平方公里、万㎡ 或 亩',
        'their unit: ㎡, 公顷 (ha), 平方公里 (km2), 万㎡ or 亩',
      ),
    ],
  },
  {
    name: 'MUJUN_DISPOSAL_RATE',
    help: {
      zh: '处置率：到基准日已销号的面积÷名单上的面积，0 至 1',
      en: 'Share of the listed area closed out by the base date, 0 to 1',
    },
    shape: ONE,
    parameters: [
      HEADERS,
      ROWS,
      AS_OF,
      optional(
        'class',
        '存量类型：低效（不填）、闲置、批而未供 或 全部',
        'kind of land: 低效 if left out, 闲置, 批而未供 or 全部',
      ),
    ],
  },
  {
    name: 'MUJUN_FAR_GAIN',
    help: {
      zh: '容积率提到目标可增加的建筑面积（㎡），以规划容积率为限',
      en: 'Floor area in m2 that the target plot ratio adds, capped by the plan',
    },
    shape: LIKE_AREA,
    parameters: [
      LAND,
      FAR,
      TARGET,
      optional('limit', '规划容积率上限；不填不设上限', 'planned limit; none if left out'),
    ],
  },
  {
    name: 'MUJUN_WAIVER_OK',
    help: {
      zh: '提高容积率可否不再增收土地价款，一行一个，并给出依据或理由',
      en: 'Whether the extra land price may be waived, one per row, with basis or reason',
    },
    shape: { zh: '每行 1 列', en: 'n x 1' },
    parameters: [HEADERS, ROWS, POLICY, AS_OF],
  },
  {
    name: 'MUJUN_PRICE_WAIVED',
    help: {
      zh: '不再增收的土地价款（万元）；可否免收另用 MUJUN_WAIVER_OK',
      en: 'Land price not charged, in wan yuan; MUJUN_WAIVER_OK says whether it may be',
    },
    shape: LIKE_AREA,
    parameters: [
      LAND,
      FAR,
      TARGET,
      required('limit', '规划容积率上限', 'planned limit of the plot ratio'),
      required(
        'landPrice',
        '工业地价，单位万元/亩，按容积率 1.0',
        'industrial land price in wan yuan per mu, at a plot ratio of 1.0',
      ),
      optional('share', '免收比例，0 至 1；不填为 1', 'share waived, 0 to 1; 1 if left out'),
    ],
  },
  {
    name: 'MUJUN_CLAUSE',
    help: { zh: '列出政策的条款、原文和由此得出的规定', en: 'The clauses of a policy, their words and what they give' },
    shape: { zh: '每条 3 列：条款、原文、规定', en: 'n x 3: place, quote, what it gives' },
    parameters: [
      POLICY,
      optional('place', '条款，如 "二(一)1"；不填列出全部', 'clause, such as "二(一)1"; all if left out'),
    ],
  },
  {
    name: 'MUJUN_USCC_CHECK',
    help: {
      zh: '核对统一社会信用代码的校验位，被当作数字损坏的列出可能的原代码',
      en: 'Checks credit codes; lists what a code damaged to 9.13E+17 can have been',
    },
    shape: { zh: '与代码同样大小', en: 'the size of code' },
    parameters: [required('code', '统一社会信用代码，单元格或区域', 'unified social credit codes, a cell or a range')],
  },
  ...GRADES,
  ...CHECKS,
];
