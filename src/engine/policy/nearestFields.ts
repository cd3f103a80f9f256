import { FIELDS } from '../ledger/fields';
import { plainText } from '../ledger/normalise';

const MOST_NAMED = 4;

/** The fields that may have been meant by a name that is none: 相近的有 staff（平均职工人数）; '' where nothing is alike. */
export function nearestFields(id: string, name: string): string {
  const alike = FIELDS.map((field) => {
    const texts = [field.id, field.label, ...field.headers];
    return { field, score: Math.max(...texts.flatMap((text) => [likeness(text, id), likeness(text, name)])) };
  }).filter(({ score }) => score >= 0.5);
  const nearest = alike.toSorted((a, b) => b.score - a.score).slice(0, MOST_NAMED);
  return nearest.length === 0
    ? ''
    : `，相近的有 ${nearest.map(({ field }) => `${field.id}（${field.label}）`).join('、')}`;
}

/** How much of two texts is pairs of signs that both have, from 0 to 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  const common = a.filter((pair) => b.includes(pair)).length;
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

function pairs(text: string): string[] {
  const plain = plainText(text);
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2));
}
