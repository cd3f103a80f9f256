import { wordAt } from '../../../engine/column/index';
import { readLedger } from '../../../engine/ledger/index';
import { comparedName } from '../../../engine/report/index';
import type { SheetContents } from '../../../workbook/port';
import { mappingOf } from '../../model/reading/mapping';
import { sourceOf } from '../../model/reading/source';

const FIELDS = ['creditCode', 'parcelId', 'enterprise'] as const;

/** Codes, parcels and names on a list that a department handed in; none where the sheet holds no list. */
export function namesOnList(contents: SheetContents): readonly string[] {
  const source = sourceOf(contents);
  if (!source) return [];
  const { headers } = mappingOf(source, new Map());
  const ledger = readLedger(headers, source.rows, { fields: FIELDS, zeroIsBlank: false });
  return FIELDS.flatMap((field) => {
    const column = ledger.columns.get(field);
    if (column?.kind !== 'word') return [];
    return source.rows.flatMap((_, row) => {
      const word = ledger.kinds[row] === 'data' ? wordAt(column, row) : undefined;
      return word === undefined ? [] : [comparedName(word)];
    });
  });
}
