import fc from 'fast-check';

/** A row of the made-up ledger that written conditions are tried on; NaN and '' are missing. */
export interface PlainRow {
  readonly 税收: number;
  readonly 面积: number;
  readonly 亩均税收: number;
  readonly 等级: string;
  readonly 落后产能: string;
  /** As a spreadsheet counts days. */
  readonly 约定开工: number;
}

/** True, false, or unknown because something is missing. */
export type Answer = boolean | undefined;

/** A condition with its meaning, worked out without looking at its text, and ways in which people write it. */
export interface Meant {
  readonly meaning: (row: PlainRow) => Answer;
  readonly spellings: readonly string[];
}

export const GRADES = ['A', 'B', 'C', 'D', '无'] as const;
export const LINES = { 低线: 5, 低线2: 7 } as const;
/** 2020-06-30. */
const DAY = 44_012;

type Op = '<' | '<=' | '>' | '>=' | '=' | '!=';
const HOLDS: Readonly<Record<Op, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};
const WRITTEN: Readonly<Record<Op, readonly string[]>> = {
  '<': ['<', '＜', '低于', ' 小于 ', ' 不足 '],
  '<=': ['<=', '≤', ' ≦ ', '不超过', ' 不高于 ', '＜＝'],
  '>': ['>', ' ＞ ', '高于', '超过'],
  '>=': ['>=', '≥', ' ⩾ ', '不低于', ' 不少于 '],
  '=': ['=', '＝', ' == ', '等于'],
  '!=': ['!=', '≠', ' <> ', '不等于'],
};

type NumberName = '税收' | '面积' | '亩均税收';
const UNITS: Readonly<Record<NumberName, readonly (readonly [unit: string, per: number])[]>> = {
  税收: [
    ['', 1],
    ['万元', 1],
    [' 元', 10_000],
    ['亿元', 1 / 10_000],
  ],
  面积: [
    ['', 1],
    ['亩', 1],
    [' 公顷', 1 / 15],
  ],
  亩均税收: [
    ['', 1],
    ['万元/亩', 1],
    ['元/亩', 10_000],
  ],
};

const compared = (a: number, op: Op, b: number): Answer =>
  Number.isNaN(a) || Number.isNaN(b) ? undefined : HOLDS[op](a, b);

/** Digits in full width or not: ５ is 5. */
const digits = (value: number, isWide: boolean) =>
  isWide ? String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : String(value);

const anyOp = fc.constantFrom<Op>('<', '<=', '>', '>=', '=', '!=');
const anyNumber = fc.constantFrom<NumberName>('税收', '面积', '亩均税收');

const numberLeaf: fc.Arbitrary<Meant> = fc
  .record({ name: anyNumber, op: anyOp, line: fc.constantFrom(0, 2, 5, 15, 7.5, 150), wide: fc.boolean() })
  .map(({ name, op, line, wide }) => ({
    meaning: (row) => compared(row[name], op, line),
    spellings: WRITTEN[op].flatMap((sign) =>
      // Only units in which the line is a short decimal: that 1/3 公顷 is 5 亩 is no matter of reading.
      UNITS[name]
        .filter(([, per]) => String(line * per).length < 8)
        .map(([unit, per]) => `${name}${sign}${digits(line * per, wide)}${unit}`),
    ),
  }));

const mirroredLeaf: fc.Arbitrary<Meant> = fc
  .record({ name: anyNumber, op: anyOp, line: fc.constantFrom(2, 5, 15) })
  .map(({ name, op, line }) => ({
    meaning: (row) => compared(line, op, row[name]),
    spellings: WRITTEN[op].map((sign) => `${line}${sign}${name}`),
  }));

const valueLeaf: fc.Arbitrary<Meant> = fc
  .record({ op: anyOp, line: fc.constantFrom<keyof typeof LINES>('低线', '低线2') })
  .map(({ op, line }) => ({
    meaning: (row) => compared(row.亩均税收, op, LINES[line]),
    spellings: WRITTEN[op].map((sign) => `亩均税收${sign}${line}`),
  }));

const boundLeaf: fc.Arbitrary<Meant> = fc
  .record({ isBelow: fc.boolean(), line: fc.constantFrom(5, 15) })
  .map(({ isBelow, line }) => {
    const side = isBelow ? '以下' : '以上';
    const spellings = [
      `亩均税收${line}${side}`,
      `亩均税收在 ${line} 万元/亩${side}`,
      `亩均税收 ${line}万元/亩及${side}`,
    ];
    return { meaning: (row) => compared(row.亩均税收, isBelow ? '<=' : '>=', line), spellings };
  });

const rangeLeaf: fc.Arbitrary<Meant> = fc
  .record({ from: fc.constantFrom(2, 5), to: fc.constantFrom(7, 15) })
  .map(({ from, to }) => ({
    meaning: ({ 亩均税收: value }) => (Number.isNaN(value) ? undefined : from < value && value <= to),
    spellings: [`${from}<亩均税收<=${to}`, `${from} ＜ 亩均税收 ≤ ${to}`],
  }));

const gradeLeaf: fc.Arbitrary<Meant> = fc
  .uniqueArray(fc.constantFrom(...GRADES), { minLength: 1, maxLength: 3 })
  .chain((words) =>
    fc.boolean().map((isNot) => ({
      meaning: ({ 等级: grade }: PlainRow) =>
        grade === '' ? undefined : words.includes(grade as (typeof GRADES)[number]) !== isNot,
      spellings: isNot
        ? [`等级 not in {${words.join('、')}}`, `等级不属于｛${words.join('，')}｝`, `非 等级 in {${words.join(',')}}`]
        : [
            ...[`等级 in {${words.join('、')}}`, `等级 IN ｛${words.join('，')}｝`, `等级属于{${words.join(' , ')}}`],
            ...[`等级=${words.join('、')}`, `等级 = ${words.join(' 或 ')}`, `等级为[${words.join(';')}]`],
          ],
    })),
  );

const yesNoLeaf: fc.Arbitrary<Meant> = fc
  .record({ word: fc.constantFrom('是', '否'), isNot: fc.boolean() })
  .map(({ word, isNot }) => ({
    meaning: ({ 落后产能: own }) => (own === '' ? undefined : (own === word) !== isNot),
    spellings: isNot
      ? [`落后产能≠${word}`, `落后产能 <> “${word}”`, `非落后产能=${word}`, `not 落后产能 = ${word}`]
      : [`落后产能=${word}`, `落后产能 ＝ ${word}`, `落后产能为${word}`],
  }));

const dayLeaf: fc.Arbitrary<Meant> = anyOp.map((op) => ({
  meaning: (row) => compared(row.约定开工, op, DAY),
  spellings: WRITTEN[op].flatMap((sign) =>
    ['2020-06-30', '2020年6月30日', '20200630', '2020/6/30', '２０２０.６.３０'].map((day) => `约定开工${sign}${day}`),
  ),
}));

const sumLeaf: fc.Arbitrary<Meant> = fc.record({ op: anyOp }).map(({ op }) => ({
  meaning: ({ 税收, 面积 }) => compared(面积 === 0 ? NaN : (税收 * 2 - 1) / 面积, op, 3),
  spellings: WRITTEN[op].flatMap((sign) => [`(税收*2-1)/面积${sign}3`, `（税收 × 2 − 1）÷面积${sign}3`]),
}));

const leaf = fc.oneof(
  ...[numberLeaf, mirroredLeaf, valueLeaf, boundLeaf, rangeLeaf, gradeLeaf, yesNoLeaf, dayLeaf, sumLeaf],
);

const all = (answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
const some = (answers: readonly Answer[]): Answer =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
const not = (answer: Answer): Answer => (answer === undefined ? undefined : !answer);

const JOINTS = {
  and: ['且', ' 且 ', ' and ', ' AND ', ' And ', '并且', '&&', ' ａｎｄ '],
  or: ['或', ' 或 ', ' or ', ' OR ', '或者', '||'],
  not: ['非', ' 非 ', ' not ', ' NOT ', '！'],
} as const;

/** One of many texts of one condition; a part that needs brackets has them, and some that need none have them too. */
type Chosen = Pick<Meant, 'meaning'> & { readonly text: string; readonly isJoined: boolean };

const pick = (texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const bracketed = ({ text, isJoined }: Chosen, isExtra: boolean) => (isJoined || isExtra ? `（${text})` : text);

/** Conditions as people write them, each with what it means. */
export const anyCondition: fc.Arbitrary<Chosen> = fc.letrec<{ condition: Chosen }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf.chain(({ meaning, spellings }) => pick(spellings).map((text) => ({ meaning, text, isJoined: false }))),
    fc
      .tuple(fc.array(tie('condition'), { minLength: 2, maxLength: 3 }), pick(JOINTS.and), fc.boolean())
      .map(([parts, joint, isExtra]) => ({
        meaning: (row: PlainRow) => all(parts.map((part) => part.meaning(row))),
        text: parts.map((part) => bracketed(part, isExtra)).join(joint),
        isJoined: true,
      })),
    fc
      .tuple(fc.array(tie('condition'), { minLength: 2, maxLength: 3 }), pick(JOINTS.or), fc.boolean())
      .map(([parts, joint, isExtra]) => ({
        meaning: (row: PlainRow) => some(parts.map((part) => part.meaning(row))),
        text: parts.map((part) => bracketed(part, isExtra)).join(joint),
        isJoined: true,
      })),
    fc.tuple(tie('condition'), pick(JOINTS.not), fc.boolean()).map(([part, sign, isExtra]) => ({
      meaning: (row: PlainRow) => not(part.meaning(row)),
      text: `${sign}${bracketed(part, isExtra)}`,
      isJoined: false,
    })),
  ),
})).condition;

/** Rows on, beside and between the lines of the conditions, with blanks. */
export const anyPlainRow: fc.Arbitrary<PlainRow> = fc.record({
  税收: fc.constantFrom(NaN, 0, 2, 5, 15, 7.5, 150),
  面积: fc.constantFrom(NaN, 0, 2, 5, 15, 150),
  亩均税收: fc.constantFrom(NaN, 0, 2, 4.99, 5, 5.01, 7, 7.5, 15, 16),
  等级: fc.constantFrom('', ...GRADES),
  落后产能: fc.constantFrom('', '是', '否'),
  约定开工: fc.constantFrom(NaN, DAY - 1, DAY, DAY + 1),
});
