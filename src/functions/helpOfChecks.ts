import { AS_OF, optional, POLICY, required, type FunctionHelp } from './help';

const RATIO = required('ratio', '各地块的容积率或绿地率', 'plot ratio or green ratio of each parcel');

/** Checks of plans, promises and shares, and what reads saved results, in the order in which Excel lists them. */
export const CHECKS: readonly FunctionHelp[] = [
  {
    name: 'MUJUN_TARGET',
    help: {
      zh: '政策规定的数值目标；不写名称列出全部',
      en: 'Targets that a policy sets in numbers; all without a name',
    },
    shape: {
      zh: '写名称：1 个数；不写：每个目标 5 列：目标、值、单位、期限、条款',
      en: 'one number with a name, else n x 5: target, value, unit, last day, clause',
    },
    parameters: [
      POLICY,
      optional('name', '目标名称，如 "低效用地消化处置率"', 'name of the target, such as "低效用地消化处置率"'),
      AS_OF,
    ],
  },
  {
    name: 'MUJUN_AREA_BALANCE',
    help: {
      zh: '容积率、绿地率不足下限的地块，能否在园区、片区内统筹平衡',
      en: 'Whether parcels below a lower limit are balanced within their park or precinct',
    },
    shape: { zh: '每个地块 3 列：结论、统筹值、差额（㎡）', en: 'n x 3: verdict, balanced ratio, shortfall in m2' },
    parameters: [
      required('area', '用地面积，单位亩', 'land area in mu'),
      RATIO,
      required('floor', '规划下限，如 1.5 或 15%', 'lower limit of the plan, such as 1.5 or 15%'),
      optional('park', '所属园区，与面积同样大小', 'park of each parcel, the size of area'),
      optional(
        'precinct',
        '所属片区，与面积同样大小；园区、片区都不填，全部地块算一个片区',
        'precinct of each parcel; without park and precinct all parcels are one',
      ),
    ],
  },
  {
    name: 'MUJUN_MIX_CHECK',
    help: {
      zh: '混合产业用地的工业建筑面积占比是否达到下限，还可增加多少配套面积',
      en: 'Whether enough of the floor area is industrial, and the room left for other uses',
    },
    shape: { zh: '每项 2 列：结论、可增配套面积（㎡）', en: 'n x 2: verdict, room for other floor area in m2' },
    parameters: [
      required('industrial', '工业建筑面积（㎡）', 'industrial floor area in m2'),
      required('total', '总建筑面积（㎡），计容', 'total counted floor area in m2'),
      required(
        'least',
        '占比下限：数（0.51、51%），或规定了下限的政策（"嘉兴2024"、亩均政策）',
        'least share: a number (0.51, 51%), or the policy that sets it ("嘉兴2024")',
      ),
    ],
  },
  {
    name: 'MUJUN_QUOTA_REWARD',
    help: {
      zh: '增存挂钩：按批而未供、闲置土地处置任务完成情况，计算奖励或核减后的新增计划指标（亩）',
      en: 'New land quota in mu after reward or cut, by disposal tasks done',
    },
    shape: { zh: '与基数同样大小', en: 'the size of base' },
    parameters: [
      required('base', '新增建设用地计划指标基数，单位亩', 'base of the new land quota in mu'),
      required('supplyTask', '批而未供土地处置任务，亩', 'task: approved land to be supplied, mu'),
      required('supplyDone', '批而未供土地已处置，亩', 'done of it, mu'),
      required('idleTask', '闲置土地处置任务，亩', 'task: idle land to be disposed of, mu'),
      required('idleDone', '闲置土地已处置，亩', 'done of it, mu'),
      optional('reward', '两项都完成时的奖励，不填为 10%（转引）', 'reward when both are done; 10% if left out'),
      optional('cut', '未完成时的核减，不填为 20%（转引）', 'cut when missed; 20% if left out'),
      optional(
        'cutWhen',
        '何时核减：任一（不填，任一项未完成）或 都（两项都未完成）',
        'when to cut: 任一 (any task missed, if left out) or 都 (both missed)',
      ),
    ],
  },
  {
    name: 'MUJUN_TAX_SHARE',
    help: {
      zh: '跨镇统筹项目的增量税收分成（万元），分成比例合计须为 1',
      en: 'Shares of a rise in tax between townships and district, in wan yuan',
    },
    shape: { zh: '每项 3 列：迁出镇、迁入镇、区级', en: 'n x 3: township left, township entered, district' },
    parameters: [
      required('rise', '增量税收，单位万元', 'rise in tax in wan yuan'),
      optional('from', '迁出镇比例，不填为 0.5（假设）', 'share of the township left; 0.5 if left out (assumed)'),
      optional('to', '迁入镇比例，不填为 0.5（假设）', 'share of the township entered; 0.5 if left out (assumed)'),
      optional('district', '区级比例，不填为 0（假设）', 'share of the district; 0 if left out (assumed)'),
    ],
  },
  {
    name: 'MUJUN_STD_CHECK',
    help: {
      zh: '“标准地”履约核对：承诺值与实际值比较；也核对弹性出让年限是否超过上限',
      en: 'Promise against performance of a standard site; also the term of a grant against its limit',
    },
    shape: { zh: '与实际值同样大小', en: 'the size of actual' },
    parameters: [
      required(
        'promised',
        '承诺值；核对年限时填年数，或规定了上限的政策（"嘉兴2024"、"许昌2021"）',
        'what was promised; for terms the years, or the policy that limits them ("嘉兴2024")',
      ),
      required('actual', '实际值；核对年限时为出让年限', 'what was done; for terms the years granted'),
      optional(
        'direction',
        '不低于（不填）、不高于，或 年限',
        '不低于 (at least, if left out), 不高于 (at most), or 年限 (term)',
      ),
      optional(
        'partly',
        '部分履约的起点，不填为 0.8（假设）',
        'share from which a promise counts as kept in part; 0.8 if left out (assumed)',
      ),
    ],
  },
  {
    name: 'MUJUN_SCENARIO',
    help: {
      zh: '从保存的推演结果表里取一个数：方案、年份、指标、统计',
      en: 'A number from the table of saved projections',
    },
    shape: { zh: '与所问同样大小', en: 'the size of what is asked' },
    parameters: [
      required(
        'results',
        '保存的推演结果表，表头有 方案、年份、指标、统计、数值、单位',
        'the saved results, with headers 方案 年份 指标 统计 数值 单位',
      ),
      required('name', '方案名称，如 "基准"', 'name of the scenario, such as "基准"'),
      required('year', '年份，如 2027', 'year, such as 2027'),
      required('measure', '指标名称，与表中一致', 'measure, as the table writes it'),
      optional(
        'statistic',
        '均值（不填）、P5、P25、P50、P75、P95 或 达标把握',
        '均值 (mean, if left out), P5, P25, P50, P75, P95 or 达标把握',
      ),
      optional('township', '区镇；不填为全市', 'township; the whole city if left out'),
    ],
  },
];
