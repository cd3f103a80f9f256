import { AS_OF, HEADERS, POLICY, required, type FunctionHelp } from './help';

const WHOLE_COHORT = required(
  'cohort',
  '全部参评的数据行，列与表头对应；名次在其中排',
  'all rows that are rated together, columns as in the headers',
);

/** Grades and scores of whole cohorts. */
export const GRADES: readonly FunctionHelp[] = [
  {
    name: 'MUJUN_GRADE',
    help: {
      zh: '按综合得分和比例评定等级（A、B、C、D），整组一起评，一行一个',
      en: 'Grades A to D by score and rank quota, whole cohorts, one per row',
    },
    shape: { zh: '每行 1 列', en: 'n x 1' },
    parameters: [HEADERS, WHOLE_COHORT, POLICY, AS_OF],
  },
  {
    name: 'MUJUN_SCORE',
    help: { zh: '综合得分，整组一起算，一行一个', en: 'Scores of whole cohorts, one per row' },
    shape: { zh: '每行 1 列', en: 'n x 1' },
    parameters: [HEADERS, WHOLE_COHORT, POLICY, AS_OF],
  },
];
