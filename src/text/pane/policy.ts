import type { Entry } from './entry';

/** The 政策 screen. */
export const POLICY_NAMED = {
  tabPolicy: ['政策', 'Policy'],
  writePolicySheets: ['写入政策参数和判定表', 'Write the policy sheets'],
  writeWholePolicy: ['写入政策全文', 'Write the whole policy'],
  loadPolicy: ['载入政策文件', 'Load a policy file'],
  removePolicy: ['从本工作簿移除这份政策', 'Remove this policy from the workbook'],
  policyRemoved: ['已移除“{policy}”；工作表没有改动。', 'Removed “{policy}”; the sheets are unchanged.'],
  policyOwn: ['{policy}·本工作簿', '{policy} · this workbook'],
  wroteWholePolicy: [
    '已写入“{sheet}”，名称 亩均政策 已指向它。公式写 =MUJUN_TIER(税收, 面积, 亩均政策)。',
    'Wrote “{sheet}”; 亩均政策 refers to it: =MUJUN_TIER(tax, area, 亩均政策).',
  ],
  policyEditedFirst: [
    '政策参数或判定表的修改正在使用，没有写。请先按“恢复内置”，再写入政策全文，在其中修改。',
    'Edits of 政策参数 or 判定表 are in force; nothing was written. Go back to built-in first.',
  ],
  wholePolicyNew: [
    '“政策全文”里的“{policy}”不是内置政策，已作为本工作簿的政策使用。',
    '“{policy}” on the sheet is not built in; it is now a policy of this workbook.',
  ],
  ownPolicyUnwritten: [
    '“{policy}”是本工作簿的政策，公式要引用工作表里的政策。请先到“政策”按“写入政策全文”，或改为写入数值。',
    '“{policy}” belongs to this workbook: write the whole policy first, or write values.',
  ],
  rewritePolicySheets: ['另写一份，亩均政策改指新表', 'Write them anew; 亩均政策 follows'],
  readPolicySheets: ['读回修改', 'Read the edits'],
  acceptEdits: ['按修改判定', 'Use the edits'],
  dropEdits: ['恢复内置', 'Back to built-in'],
  policySheetsExist: [
    '工作簿里已有“亩均政策”，没有重写。请直接在那张表里改，再按“读回修改”；确要重写，按“另写一份”。',
    'The workbook has 亩均政策 already; nothing was written. Edit it there and read the edits, or write it anew.',
  ],
  wrotePolicySheets: [
    '已写入“{sheet}”和“{rules}”，名称 亩均政策 已指向它。原表没有改动。',
    'Wrote “{sheet}” and “{rules}”; 亩均政策 refers to them. The ledger is unchanged.',
  ],
  noPolicySheets: [
    '工作簿里没有名称 亩均政策 指向的政策参数。请先按“写入政策参数和判定表”。',
    'No range is named 亩均政策. Write the policy sheets first.',
  ],
  policySheetsOfOther: [
    '政策参数写的是“{own}”，窗格选的是“{chosen}”，没有读。请先选同一份政策。',
    'The sheet is of “{own}”, the pane has “{chosen}”. Choose the same policy first.',
  ],
  editsBroken: [
    '有 {count} 处不能用，仍按原来的政策判定。请照下面逐处改正，再按“读回修改”。',
    '{count} cells cannot be used; the policy in force stays. Mend them and read again.',
  ],
  editsNone: ['与内置政策一致，没有修改。', 'The same as the built-in policy.'],
  editsAccepted: ['已按本工作簿的 {count} 处修改判定。', '{count} edits are in force.'],
  editsDropped: ['已恢复内置政策；工作表没有改动。', 'The built-in policy is in force; the sheets are unchanged.'],
  compareWith: ['与哪份政策比', 'Compare with'],
  comparePolicy: ['比较', 'Compare'],
  closeComparison: ['关闭比较', 'Close'],
  margin: ['相差不超过（万元/亩）', 'Within (wan yuan per mu)'],
  nearLine: ['第 {row} 行 {name}：{value}，界线 {line}', 'Row {row} {name}: {value}, line {line}'],
  checkFormulas: ['检查公式', 'Check formulas'],
  doubtEntered: [
    '{sheet}!{address} 刚输入的公式疑为单位不符，可改为：{proposed}',
    'The formula just entered in {sheet}!{address} may be in another unit. Write: {proposed}',
  ],
  correctFormula: ['改正', 'Correct'],
  correctedFormula: ['已改正 {sheet}!{address} 的公式。', 'Corrected the formula in {sheet}!{address}.'],
  policyEditedLine: ['{line}·已修改', '{line} · edited'],
} as const satisfies Record<string, Entry>;
