import { dayOfSerial } from '../quantity/day';
import { daysBeforeText } from './daysBefore';
import type { Comparison, ConditionTree, NumberTree } from './tree';

/** A comparison's sign as a spreadsheet writes it. */
export function opText(op: Comparison): string {
  return op === '!=' ? '<>' : op;
}

/** 以下 or 以上, for a comparison that was said so. */
export function boundText(op: Comparison): string {
  return op.startsWith('<') ? '以下' : '以上';
}

/** A condition as rule text that reads back as the same condition: 且, 或, 非. */
export function conditionText(tree: ConditionTree, inner = false): string {
  switch (tree.kind) {
    case 'always':
      return '其余';
    case 'and':
    case 'or': {
      const text = tree.parts.map((part) => conditionText(part, true)).join(tree.kind === 'and' ? ' 且 ' : ' 或 ');
      return inner ? `(${text})` : text;
    }
    case 'not':
      return `非 (${conditionText(tree.part)})`;
    case 'compare':
      return comparisonText(tree);
    case 'isOneOf':
      return membershipText(tree);
  }
}

function comparisonText({ op, left, right, day, worded }: ConditionTree & { kind: 'compare' }): string {
  if (worded) return `${numberTreeText(left)} ${numberTreeText(right)} ${boundText(op)}`;
  const before = day && right.kind === 'value' && (op === '<=' || op === '>') ? daysBeforeText(right.name) : undefined;
  if (before !== undefined) return `${sideText(left, day)} ${op === '<=' ? '' : '不'}满 ${before}`;
  return `${sideText(left, day)} ${opText(op)} ${sideText(right, day)}`;
}

function membershipText({ field, words, not }: ConditionTree & { kind: 'isOneOf' }): string {
  if (words.length === 1) return `${field} ${not ? '<>' : '='} ${words[0] ?? ''}`;
  const text = `${field} in {${words.join(', ')}}`;
  return not ? `非 (${text})` : text;
}

/** A side of a comparison; a day is written as one. */
export function sideText(tree: NumberTree, isDay: true | undefined): string {
  return isDay && tree.kind === 'number' ? (dayOfSerial(tree.value) ?? '') : numberTreeText(tree);
}

/** A day that is told from another stands in brackets behind a minus: what is added to it is not added to the whole. */
function earlierText(tree: NumberTree): string {
  return tree.kind === 'later' ? `(${sideText(tree, true)})` : sideText(tree, true);
}

const CALLED = { least: '取小', most: '取大', mean: '平均' } as const;

const ROUNDED = { nearest: '四舍五入', up: '进一', down: '舍去' } as const;

/** A number-valued part as rule text. */
export function numberTreeText(tree: NumberTree): string {
  switch (tree.kind) {
    case 'number':
      return String(tree.value);
    case 'field':
    case 'value':
      return tree.name;
    case 'arithmetic':
      return `(${numberTreeText(tree.left)} ${tree.op} ${numberTreeText(tree.right)})`;
    case 'steps':
      return `每(${numberTreeText(tree.part)}, ${numberTreeText(tree.step)})`;
    case 'rounded':
      return `${ROUNDED[tree.way]}(${numberTreeText(tree.part)}, ${String(tree.decimals)})`;
    case 'days':
      return `(${sideText(tree.later, true)} - ${earlierText(tree.earlier)})`;
    case 'later':
      return `${sideText(tree.part, true)} ${tree.back ? '-' : '+'} ${numberTreeText(tree.by)} ${tree.period}`;
    case 'either':
      return `如果(${conditionText(tree.condition)}, ${numberTreeText(tree.then)}, ${numberTreeText(tree.otherwise)})`;
    default:
      return `${CALLED[tree.kind]}(${tree.parts.map(numberTreeText).join(', ')})`;
  }
}
