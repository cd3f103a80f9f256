import type { NewSheet } from '../../../../../src/sheet/sheet';

/** The model without the values beside its formulas: what is read afterwards, the spreadsheet has calculated itself. */
export function uncalculated(model: NewSheet): NewSheet {
  const blocks = model.blocks.map((block) => ({
    ...block,
    values: block.values.map((line, row) =>
      line.map((value, column) => ((block.formulas?.[row]?.[column] ?? '') === '' ? value : '')),
    ),
  }));
  return { ...model, blocks };
}

/** Cells whose recalculated text is not the value that the engine gave, by spreadsheet address. Columns past S are charts' own. */
export function differences(model: NewSheet, held: readonly (readonly string[])[], columns = 19): string[] {
  return model.blocks.flatMap(({ row, column, values }) =>
    values.flatMap((line, down) =>
      line.flatMap((value, right) => {
        const text = held[row + down]?.[column + right] ?? '';
        if (column + right >= columns || isSame(value, text)) return [];
        return [`R${String(row + down + 1)}C${String(column + right + 1)}: ${String(value)} but ${text}`];
      }),
    ),
  );
}

function isSame(value: string | number | boolean, text: string): boolean {
  if (typeof value !== 'number') return text === String(value);
  return text !== '' && Math.abs(numberOf(text) - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** LibreOffice writes days as 2024-06-30 or 2024年6月30日, and parts as per cent. */
function numberOf(text: string): number {
  const [, month, date, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return numberOf(`${year}-${String(month)}-${String(date)}`);
  const day = /^(\d{4})[-年](\d{1,2})[-月](\d{1,2})日?$/.exec(text);
  if (day) return Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000 + 25_569;
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}
