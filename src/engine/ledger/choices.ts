/** The words of a choice field, in the pack's spelling, each with what ledgers write for it. */
export interface ChoiceWords {
  readonly words: readonly string[];
  readonly meanings: ReadonlyMap<string, string>;
  /** What a plain yes or no means in this column (集建区内: 是 = 内), where it means something. */
  readonly yes?: string;
  readonly no?: string;
}

function choices(table: Record<string, string>, yesNo?: { yes: string; no: string }): ChoiceWords {
  const meanings = new Map<string, string>();
  for (const [word, texts] of Object.entries(table)) {
    for (const text of [word, ...texts.split(' ').filter(Boolean)]) meanings.set(text.toUpperCase(), word);
  }
  return { words: Object.keys(table), meanings, ...yesNo };
}

/** Grades: 不定等级 and T are "no grade" (domain/paths.md, Fields), written 无. */
const GRADE = choices({
  A: 'A类 A档 A级 A+ 甲 甲类 优先发展类 优先发展 重点扶持类 Ⅰ类 一类 1类',
  B: 'B类 B档 B级 乙 乙类 鼓励提升类 鼓励提升 鼓励发展类 支持发展类 支持发展 Ⅱ类 二类 2类',
  C: 'C类 C档 C级 丙 丙类 监管调控类 监管调控 规范提升类 提升发展类 提升发展 规范转型类 规范转型 Ⅲ类 三类 3类',
  D: 'D类 D档 D级 丁 丁类 落后整治类 落后整治 调控帮扶类 调控帮扶 转型淘汰类 转型淘汰 限制发展类 整治淘汰类 倒逼整治类 倒逼整治 倒逼转型类 倒逼转型 倒逼类 末档 末类 Ⅳ类 四类 4类',
  无: '不定等级 不适合评价类 不适合评价 T T类 T档 未定级 不定级 暂不定级 未评级 不评级 不参评 未参评 未评价 不评价 暂不评价 暂缓评价 未纳入评价 不纳入评价',
});

/** Building quality: a safety appraisal's grade C or D means 差 (domain/paths.md, Fields). */
const QUALITY = choices({
  好: '良好 较好 优 优良 良 A A级 完好',
  一般: '中 中等 尚可 B B级 局部老旧 基本完好',
  差: '较差 很差 危房 危旧 C C级 D D级 C级危房 D级危房 简易 老化 破旧 严重损坏',
});

const BOUNDARY = choices(
  {
    内: '边界内 线内 范围内 以内 集建区内 开发边界内 保障线内',
    外: '边界外 线外 范围外 以外 集建区外 开发边界外 保障线外',
  },
  { yes: '内', no: '外' },
);

/** Choice fields and their words; `grade` "无" is no grade at all. */
export const CHOICES: Readonly<Record<string, ChoiceWords>> = {
  grade: GRADE,
  buildingQuality: QUALITY,
  urbanBoundary: BOUNDARY,
  industrialLine: BOUNDARY,
  outputLevel: choices({ 高: '较高 高效 优', 低: '较低 低效 差' }),
  landZone: choices({
    '104': '104区块 104产业区块 104地块 规划工业区块',
    '195': '195区域 195地块 195区块',
    '198': '198区域 198地块 198区块',
    零星: '零星工业用地 零星地块 零星工业点',
  }),
  stockType: choices({
    批而未供: '批而未供土地 已批未供',
    闲置: '闲置土地 供而未用',
    低效: '低效用地 用而不足 用而未尽',
    政府储备: '储备 储备土地 已收储',
    增量: '新增 新增用地',
  }),
};
