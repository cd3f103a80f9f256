import { readFileSync } from 'node:fs';

/** 林县's policy, whose corrections ask for scores, ranks and means, whose totals are bounded, and whose vetoed rows count in the mean. */
export const RANKED = readFileSync(new URL('../fixtures/policies/linxian-2026/pack.yaml', import.meta.url), 'utf8')
  .replace(
    '  outright: []\n',
    `  total: { least: 5, most: 82, citation: { place: 第七条, quote: 综合得分最低为5分，最高为82分 } }
  outright:
    - { when: 上年等级 = D and 前年等级 = D, grade: D, counts: 本组平均, citation: { place: 第八条, quote: 连续两年评为D类的直接列为D类 } }
    - { when: 容积率 < 0.2, grade: 不参评, citation: { place: 第八条, quote: 容积率低于0.2的不参加评价 } }
`,
  )
  .replace('formula: 营业收入 / 面积,', 'formula: "营业收入 / 面积 * 如果(行业组 = 化工, 0.8, 1)",')
  .replace(
    '  after:\n',
    `  after:
    - { when: 综合得分 < 15, from: [A, B], to: C, citation: { place: 第八条, quote: 综合得分低于15分的不得评为A、B类 } }
    - { when: 亩均税收分 < 亩均税收分本组平均 and 单位排放 > 单位排放本组平均, from: [A], to: B, citation: { place: 第八条, quote: 低于本组平均的不得评为A类 } }
    - { when: 综合得分 >= 综合得分本组平均 * 150% and 本组位次 / 本组户数 <= 50%, from: [C], to: B, citation: { place: 第八条, quote: 高于平均五成的上调 } }
    - { when: "本组位次 <= 3 and 本组户数 >= 10", from: [B], to: A, citation: { place: 第八条, quote: 前三名评为A类 } }
`,
  );

/** The same where a blank in the columns of bonus and penalty is read as nothing. */
export const UNREAD_POINTS = RANKED.replace(
  /(承租户数|技改投资)(: \{ field: \1, )whenBlank: "0", assumption: [^}]+\}/g,
  '$1$2whenBlank: unknown }',
);

/** And where corrections ask for such columns too. */
export const UNREAD_CORRECTIONS = UNREAD_POINTS.replace(
  '  after:\n',
  `  after:
    - { when: 技改投资 < 50, from: [A], to: B, citation: { place: 第八条, quote: 没有技改的不得评为A类 } }
    - { when: 承租户数 >= 3 and 本组位次 > 5, to: D, citation: { place: 第八条, quote: 出租三户以上的列为D类 } }
`,
);
