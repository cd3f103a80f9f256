import type { RuleTrouble } from '../engine/rule/index';
import type { Language } from './language';

/** A condition that cannot be read: why, the text at fault, its place from 0 and what may stand there. */
export interface UnreadRule {
  readonly code: RuleTrouble;
  readonly part: string;
  readonly at?: number | undefined;
  readonly expected: readonly string[];
}

const TROUBLES: Readonly<Record<RuleTrouble | 'unfinished', readonly [chinese: string, english: string]>> = {
  syntax: ['“{part}”放在这里读不懂', '"{part}" cannot stand here'],
  unfinished: ['条件没有写完', 'The condition is not finished'],
  unknownSign: ['条件里不能用“{part}”', '"{part}" cannot be used in a condition'],
  unknownName: ['没有名为“{part}”的列或数值', 'There is no column or value called "{part}"'],
  notACondition: ['“{part}”不是条件', '"{part}" is not a condition'],
  unknownWord: ['“{part}”不在可选的词里', '"{part}" is not one of the words to choose from'],
  notANumber: ['“{part}”不是数字', '"{part}" is not a number'],
  notADay: ['“{part}”不是日期，可写 <2020-06-30、不晚于2020年6月30日', '"{part}" is not a day; write 2020-06-30'],
  notFinite: ['“{part}”算不出数：除数为 0，或数字太大', '"{part}" has no value: it divides by 0 or is too large'],
  wrongUnit: ['“{part}”的单位与这里要的不合', 'The unit of "{part}" does not fit'],
  wrongParts: [
    '“{part}”括号里的项数不对：取小、取大、平均至少两项，每两项，如果三项（条件、成立时、不成立时），四舍五入、进一、舍去一项，或再写小数位数（0 至 6）',
    'The number of parts in "{part}" is wrong',
  ],
  circular: ['“{part}”绕回到自己，读不出来', '"{part}" leads back to itself'],
  emptyRange: ['“{part}”没有一个值能满足，请检查上下限', 'Nothing satisfies "{part}"; check its limits'],
  tooLong: ['条件太长，请拆成几行写', 'The condition is too long; split it into several lines'],
  tooDeep: ['括号、“非”或负号套得太多，请拆成几行写', 'Brackets, nots or minus signs are nested too deep'],
  unsupported: ['“{part}”不能这样写', '"{part}" cannot be written like this'],
};

/** No sentence lists more names than a person reads. */
const MOST_NAMED = 12;
const MOST_SHOWN = 40;

/** Why a condition cannot be read and where, as a person reads it. */
export function ruleTroubleText({ code, part, at, expected }: UnreadRule, language: Language): string {
  const isChinese = language === 'zh-CN';
  const words = TROUBLES[code === 'syntax' && part === '' ? 'unfinished' : code][isChinese ? 0 : 1];
  const where = at === undefined || part === '' ? '' : isChinese ? `（第 ${at + 1} 个字）` : ` (character ${at + 1})`;
  return `${words.replace('{part}', () => shown(part))}${where}${choiceText(expected, isChinese)}`;
}

/** A text that a sentence repeats, cut where it would fill the screen. */
export function shown(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function choiceText(expected: readonly string[], isChinese: boolean): string {
  if (expected.length === 0) return '';
  const named = expected.slice(0, MOST_NAMED).join(isChinese ? '、' : ', ');
  const more = expected.length > MOST_NAMED;
  return isChinese ? `，可写：${named}${more ? '等' : ''}` : `; choose from ${named}${more ? ' …' : ''}`;
}
