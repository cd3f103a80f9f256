/** The texts of a new policy's folder: a pack that loads as it stands, with what to fill in, and empty lists beside it. */
export function newPolicyTexts(id: string, today: string): Readonly<Record<string, string>> {
  return { 'pack.yaml': packText(id, today), 'targets.yaml': TARGETS, 'lists.yaml': LISTS };
}

/** Why an id cannot be a folder's name; undefined for one that can. */
export function wrongId(id: string | undefined): string | undefined {
  if (id === undefined) return '请写文件夹名，如：npm run new-policy -- quanzhou-2025';
  if (/^[a-z][a-z0-9-]*$/.test(id)) return undefined;
  return `“${id}”不能作文件夹名：只用小写字母、数字和连字符，字母开头，如 quanzhou-2025`;
}

function packText(id: string, today: string): string {
  return `# yaml-language-server: $schema=../../pack.schema.json
# 一份政策。# 后面是说明，填好后可以删。怎样填见 docs/policies.zh-CN.md。
id: ${id}
# 文件全名，照抄。
title: 请填写文件全名
# 单元格里用的简称，如 泉州2025。
short: ${id}
# 地名，不带“市、县、区”。
place: 请填写
# 别的叫法，如文号。
aliases: []
# issued 已印发，draft 征求意见稿。
status: draft
# 印发（公布）日期。
published: ${today}
# 有施行日期、有效期的，去掉前面的 #；until 是失效的第一天。
# from: ${today}
# until: 2030-01-01
# period: { place: 第十条, quote: 照抄原文 }
source: ""

conventions: {}

# 台账里有、系统不认识的列。kind：text 文字、yesNo 是否、area 面积、floor 建筑面积、money 金额、number 数、percent 比例、year 年份、date 日期。
# columns:
#   成立日期: { kind: date, synonyms: [注册日期] }

# 规则里用到的列。whenBlank：空白按什么读，unknown 为待核实；写了别的要在 assumption 里说明理由。
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }

# 数值。每个数都要有依据：citation 原文（条款、原文），assumption 推定（理由），reported 转引（来源、日期、说明）。
values:
  低效线:
    unit: 万元/亩
    dated:
      - { from: ${today}, value: 5, assumption: 请换成原文的数和条款 }

# 档位：从上到下，第一条成立的为准。
tiers:
  rules:
    - { tier: 低效, when: 亩均税收 < 低效线, assumption: 请换成原文的条款 }
    - { tier: 非低效, when: 其余, assumption: 请换成原文的条款 }

# 路径（paths）、评级（grading）、差别化政策（measures）的写法见 docs/policies.zh-CN.md。
`;
}

const TARGETS = `# 政策写明的目标数，没有的留空表。写法：
# - { name: 盘活存量用地, kind: area, value: 3000, by: 2027-12-31, citation: { place: 第二条, quote: 照抄原文 } }
# kind：area 亩，share 占低效用地的比例，taxPerMu 万元/亩，other 其他（另写 unit）。
[]
`;

const LISTS = `# 政策点名的清单，没有的留空表。写法：- list: stock-output
[]
`;
