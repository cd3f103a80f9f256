import { fieldOf } from '../../../engine/ledger/index';
import type { Ungraded } from './findingGroup';
import type { Attached, Source } from '../reading/source';

/** Names of so many are written out. */
const SHOWN = 10;

/** What a person should know of a table that is read beside the ledger's rows: by what, who was not found, who is doubtful. */
export function attachedFindings({ attached = [] }: Source): Ungraded[] {
  return attached.flatMap((beside) => [
    ...rowsOf('besideUnsure', beside, beside.unsure),
    ...rowsOf('besideRespelt', beside, beside.respelt),
    // Whoever else another bureau's list has is none of the ledger's.
    ...saidOnce('besideLeft', beside, beside.further || beside.left.length === 0 ? '' : leftText(beside.left)),
    ...saidOnce('besideRead', beside, fieldOf(beside.by).label),
  ]);
}

function rowsOf(code: 'besideUnsure' | 'besideRespelt', { name }: Attached, rows: readonly number[]): Ungraded[] {
  const cells = rows.map((row) => ({ row, text: '' }));
  return rows.length === 0 ? [] : [{ id: `${code}-${name}`, code, label: name, count: rows.length, cells }];
}

function saidOnce(code: 'besideLeft' | 'besideRead', { name }: Attached, word: string): Ungraded[] {
  return word === '' ? [] : [{ id: `${code}-${name}`, code, label: name, word, count: 1, cells: [] }];
}

/** 2 户（甲、乙） */
function leftText(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join('、');
  return `${String(names.length)} 户（${shown}${names.length > SHOWN ? ' 等' : ''}）`;
}
