import {
  namelessRows,
  withNames,
  type FirmRows,
  type HeaderMatch,
  type NamelessAnswer,
} from '../../../engine/ledger/index';
import type { Source } from './source';

/** A ledger by a person's word on its rows without a name: of the enterprise above, or holding nothing. */
export function withNameless(source: Source, said: NamelessAnswer | undefined): Source {
  if (said === undefined) return source;
  const { headers } = source.located;
  const groups = namelessRows(source.rows, headers);
  if (groups.length === 0) return source;
  const leads = new Map(groups.flatMap(([lead = 0, ...below]) => below.map((row) => [row, lead] as const)));
  const named = new Set(['enterprise', 'creditCode'].map((id) => headers.byField.get(id)?.column));
  const standsAt: Source['standsAt'] = (row, column) =>
    source.standsAt((named.has(column) ? leads.get(row) : undefined) ?? row, column);
  return { ...source, nameless: said, rows: withNames(source.rows, groups, headers, said), standsAt };
}

/** Rows without a name, each with the enterprise above it, while nobody has said whose they are. */
export function openNameless({ rows, nameless }: Pick<Source, 'rows' | 'nameless'>, headers: HeaderMatch): FirmRows[] {
  return nameless === undefined ? namelessRows(rows, headers) : [];
}
