import { cellText, isBlankArgument, type Cell } from '../../ledger/cell';
import { plainText } from '../../ledger/normalise';
import { exactField } from '../../ledger/words/exactNames';
import { parseDay } from '../../quantity/day';
import { NO_LINE, ZERO_WORDS } from '../parameterValue';
import type { CellKind } from './sections';

/** What a cell says of a part of a file; undefined where nothing: a formula cannot tell 0 from a blank, so a bare 0 is none. */
export function cellValue(cell: Cell, kind: CellKind): unknown {
  if (isBlankArgument(cell)) return undefined;
  const text = trimmedText(cell);
  if (typeof kind === 'object') return Object.hasOwn(kind, cellText(cell)) ? kind[cellText(cell)] : text;
  switch (kind) {
    case 'text':
    case 'unit':
      return text;
    case 'field':
      return exactField(plainText(text))?.id ?? text;
    case 'list':
      return wordsOf(text);
    case 'flag':
      return ({ 是: true, 否: false } as Readonly<Record<string, boolean>>)[cellText(cell)] ?? text;
    case 'day':
      return (typeof cell === 'boolean' ? undefined : parseDay(cell ?? '')) ?? text;
    default:
      return numberOf(cell) ?? text;
  }
}

/** A cell's text as it stands, '' where nothing does. */
export function trimmedText(cell: Cell): string {
  return isBlankArgument(cell) ? '' : String(cell).trim();
}

/** Lines are words; on one line 、 and the like stand between them. */
function wordsOf(text: string): string[] {
  const parts = text.includes('\n') ? text.split('\n') : text.split(/[、，,；;]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function numberOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  const text = cellText(cell);
  if (text === NO_LINE) return Infinity;
  if (ZERO_WORDS.includes(text)) return 0;
  const [, digits, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) / (percent === '%' ? 100 : 1);
}
