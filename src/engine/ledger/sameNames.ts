import { eachRow, type Steps } from '../../steps/steps';
import { cellText, isBlank, type Rows } from './cell';
import type { Discrepancy } from './discrepancy';
import type { HeaderMatch } from './matchHeaders';
import type { RowKind } from './rowKind';
import { likeName } from './rows/firmNames';

/**
 * The same name twice where no code tells the rows apart, and names that differ only as people write them: brackets, blanks,
 * 有限责任公司 for 有限公司. Nothing is merged: a person decides. In steps.
 */
export function* sameNames(
  rows: Rows,
  { headers, kinds }: { readonly headers: HeaderMatch; readonly kinds: readonly RowKind[] },
): Steps<Discrepancy[]> {
  const name = headers.byField.get('enterprise');
  if (!name) return [];
  const codes = ['creditCode', 'parcelId'].flatMap((id) => headers.byField.get(id)?.column ?? []);
  const groups = new Map<string, number[]>();
  yield* eachRow(kinds, (kind, row) => {
    const line = rows[row] ?? [];
    if (kind !== 'data' || codes.some((column) => !isBlank(line[column]))) return;
    const key = likeName(line[name.column]);
    if (key === '') return;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  });
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .flatMap((group) =>
      group.map((row): Discrepancy => {
        const sameAs = group.find((other) => other !== row);
        const text = cellText(rows[row]?.[name.column]);
        return {
          code: 'sameName',
          row,
          column: name.column,
          field: 'enterprise',
          text,
          ...(sameAs === undefined ? {} : { sameAs }),
        };
      }),
    );
}
