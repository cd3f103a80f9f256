import type { Entry } from '../entry';

/** Making the lists that documents name, and the clean ledger again. */
export const LISTS = {
  listsHint: [
    '按政策文件要求生成清单，原表不动。再次生成时，手工填的内容自动带过来',
    'Lists that the documents name, each on a new sheet. Made again, it is a new version with what people typed',
  ],
  listsFitting: ['适合这本台账和政策', 'For this ledger and policy'],
  listsNone: ['请先选择政策，再列出适合的清单', 'Choose a policy to see which lists fit'],
  listsMore: ['更多清单（{count}）', 'More lists ({count})'],
  makeListNamed: ['生成“{name}”', 'Make “{name}”'],
  cardsHint: ['先在表中选中若干行', 'Select rows in the sheet first'],
  madeList: [
    '已生成工作表“{sheet}”：{count} 行。原表没有改动。',
    'Made the sheet “{sheet}”: {count} lines. The ledger is unchanged.',
  ],
  madeListLacking: [
    '已生成工作表“{sheet}”：{count} 行。台账没有{lacking}，这些列留空待填。',
    'Made the sheet “{sheet}”: {count} lines. The ledger lacks {lacking}; these columns are left blank.',
  ],
  madeListNext: [
    '已生成“{sheet}”：{count} 行，“{earlier}”上手工填的 {kept} 格已带过来。旧表没有改动。',
    'Made the sheet “{sheet}”: {count} lines, {kept} typed cells taken from “{earlier}”. The old sheet stays.',
  ],
  madeListAgain: [
    '已生成“{sheet}”：{count} 行，“{earlier}”上手工填的 {kept} 格已带过来；{gone} 行这次没有列入。旧表没有改动。',
    'Made the new version “{sheet}”: {count} lines, {kept} typed cells taken from “{earlier}”, {gone} lines no longer listed. The old sheet stays.',
  ],
  selectForCards: [
    '没有生成“{name}”：请先在台账里选中要制卡的行，再按“生成”。',
    '“{name}” was not made: select the rows in the ledger first.',
  ],
  tooManyCards: [
    '没有生成“{name}”：选中了 {count} 行，一次最多 {most} 张卡，请分批选择。',
    '“{name}” was not made: {count} rows are selected, at most {most} at a time.',
  ],
  refreshedCleanLedger: [
    '已更新工作表“{sheet}”：新增 {added} 户，减少 {removed} 户，{changed} 户数据有变。人工填写的内容都保留。',
    'Updated the sheet “{sheet}”: {added} added, {removed} removed, {changed} changed. What people typed is kept.',
  ],
  cleanLedgerSame: ['“{sheet}”与台账一致，没有需要更新的。', '“{sheet}” agrees with the ledger; nothing to update.'],
  cleanLedgerAnew: [
    '政策或列有变，已另写工作表“{sheet}”：{count} 户，从“{earlier}”带入人工填写 {kept} 格。旧表保留未动。',
    'The policy or the columns have changed: wrote the new sheet “{sheet}”, {count} enterprises, {kept} typed cells taken from “{earlier}”.',
  ],
} as const satisfies Record<string, Entry>;
