import type { Entry } from './entry';

/** Grades by score and rank, checks, and the entries of a document. */
export const GRADING = {
  byGrade: ['综合评价等级', 'Grade'],
  grade: ['等级', 'Grade'],
  gradeScore: ['综合得分', 'Score'],
  gradeRank: ['位次', 'Rank'],
  gradeRankText: ['{cohort}第 {rank} 位，共 {of} 户', '{rank} of {of} in {cohort}'],
  gradePart: ['{name}：{value}，得 {points} 分', '{name}: {value}, {points} points'],
  gradeOutright: ['不参加排名，直接列为“{grade}”', 'not ranked; graded “{grade}” outright'],
  gradeSmallCohort: [
    '{cohort}参评只有 {of} 户，不足 {enough} 户，按名次比例最后一名必为 {grade}，请结合实际认定',
    'only {of} are ranked in {cohort}: below {enough} the last is always {grade}',
  ],
  gradeEqual: ['得分相同位次相同，等级也相同', 'equal scores, equal rank and grade'],
  whyGradeIs: ['等级：为什么？', 'Grade, why? '],
  gradesOnCleanLedger: [
    '这份政策只评等级，结果列写为数值；要能重算的，写“标准台账”，得分、位次和等级在那里都是公式。',
    'This policy grades only: the columns are values. On 标准台账 scores, ranks and grades are formulas.',
  ],
  gradeMissing: ['缺 {missing}，没有得分，不占名额。', 'Missing {missing}: no score, takes no place.'],
  gradeOpen: [
    '缺 {missing}：{place}，占一个位次，补齐后再定等级。',
    'Missing {missing}: {place} meanwhile; the grade is open.',
  ],
  gradePointless: [
    '算不出 {indicators}（除数为 0，或本组的基准不大于 0），没有得分，不占名额；请核对这几项的数据，或在政策参数里改权重。',
    '{indicators} cannot be worked out (division by 0, or a benchmark that is not above 0): no score, takes no place.',
  ],
  checking: ['核对代码、年限、占比和下限', 'Check codes, terms, shares and limits'],
  checkingHint: [
    '把信用代码、出让年限、占比、容积率和绿地率（园区内统筹）、免收地价、是否销号的核对写成工作表“核对表”，都是普通公式；有“标准台账”的，数引自标准台账，改那里就重算。另写“测算表”，填增存挂钩和税收分成。',
    'Writes the sheet 核对表 as classic formulas: credit codes, terms, shares, ratios balanced within a park, the waiver, what is closed out. They follow 标准台账 where there is one. 测算表 has lines for 增存挂钩 and shared tax.',
  ],
  writeCheckSheet: ['写核对表', 'Write the checks'],
  wroteCheckSheet: [
    '已写入“{sheet}”和“测算表”：{count} 户。规划下限请在黄色格里填写。原表没有改动。',
    'Wrote “{sheet}” and 测算表: {count} rows. Fill in the lower limits in the yellow cells. The ledger is unchanged.',
  ],
  nothingToCheck: [
    '台账里没有信用代码、出让年限、工业建筑面积、容积率、绿地率或销号日期列，没有可核对的。',
    'The ledger has no column of credit codes, terms, industrial floor area, ratios or closing days.',
  ],
  rulebook: ['原文逐条（按责任部门）', 'The document, entry by entry'],
  rulebookLoading: ['正在读取原文条目……', 'Reading the entries…'],
  rulebookNone: ['这份政策没有可逐条列出的原文。', 'The document is not at hand entry by entry.'],
  rulebookDepartment: ['责任部门', 'Department'],
  rulebookAll: ['全部（{count} 条）', 'All ({count})'],
  rulebookOf: ['{department}（{count} 条）', '{department} ({count})'],
  rulebookNobody: ['原文未写部门', 'No department named'],
  rulebookEntry: ['{place} {title}', '{place} {title}'],
  rulebookGives: ['可用：{gives}', 'Used: {gives}'],
  rulebookUnused: ['台账里判断不了：{why}', 'Not for a sheet: {why}'],
  rulebookLead: ['牵头：{lead}', 'Led by {lead}'],
  rulebookIf: ['前提：{words}', 'Provided that: {words}'],
  rulebookRole: ['{role}：{names}', '{role}: {names}'],
  rulebookReading: ['原文未写明：{about}。按：{reading}（假设）', 'Silent on {about}; read as {reading} (assumption)'],
} as const satisfies Record<string, Entry>;
