import { isBlank, type Cell, type PointedRows } from '../../../engine/ledger/index';
import type { SheetContents } from '../../../workbook/port';
import { definedOnly } from '../../../engine/column/index';

/** Rows of names that a person pointed to, in the sheet's rows and columns, and what they say: so they are known again next year. */
export interface PointedHeader extends PointedRows {
  readonly sheet: string;
  /** The texts of the lowest of the rows, without blanks. */
  readonly texts: readonly string[];
}

/** Rows looked through for names that have moved. */
const DEPTH = 200;

/** What was said of a sheet, counted from the first of its cells in use; names that are gone are left out. */
export function pointedOn(contents: SheetContents, said: readonly PointedHeader[]): PointedRows[] {
  const { area, sheet } = contents;
  return said.flatMap((one): PointedRows[] => {
    if (one.sheet !== sheet.id || one.texts.length === 0) return [];
    const bottom = rowOf(contents, one);
    if (bottom === undefined) return [];
    const moved = bottom - (one.bottom - area.row);
    const row = (own: number) => own - area.row + moved;
    const { from, to, instead } = one;
    const column = (own: number | undefined) => (own === undefined ? undefined : own - area.column);
    return [
      {
        ...{ top: Math.max(0, row(one.top)), bottom },
        ...definedOnly({
          from: column(from),
          to: column(to),
          instead: instead === undefined ? undefined : row(instead),
        }),
      },
    ];
  });
}

function rowOf({ values, area }: SheetContents, { bottom, texts }: PointedHeader): number | undefined {
  const says = (row: number) => textsOf(values[row] ?? []).join('\n') === texts.join('\n');
  if (says(bottom - area.row)) return bottom - area.row;
  const found = values.slice(0, DEPTH).findIndex((_, row) => says(row));
  return found < 0 ? undefined : found;
}

/** The words of a row, without the year, which changes every year. */
function textsOf(row: readonly Cell[]): string[] {
  return row.flatMap((cell) =>
    isBlank(cell)
      ? []
      : [
          String(cell)
            .replace(/\s+/g, '')
            .replace(/(?:19|20)\d{2}(?:年度|年|(?!\d))/g, ''),
        ],
  );
}

/** A person's word on rows of a sheet. */
export function pointedHeader(contents: SheetContents, rows: PointedRows): PointedHeader {
  const line = contents.values[rows.bottom - contents.area.row] ?? [];
  return { ...rows, sheet: contents.sheet.id, texts: textsOf(line) };
}

/** A later word goes before earlier ones on the same rows. */
export function withPointed(said: readonly PointedHeader[], own: PointedHeader): PointedHeader[] {
  const isSame = (one: PointedHeader) =>
    one.sheet === own.sheet && (one.top === own.instead || (one.top <= own.bottom && own.top <= one.bottom));
  // What they replaced stays replaced.
  const instead = own.instead ?? said.find(isSame)?.instead;
  return [...said.filter((one) => !isSame(one)), { ...own, ...definedOnly({ instead }) }].slice(-MOST);
}

const MOST = 60;

/** Words that a workbook kept; none where it is not ours. */
export function readPointed(stored: unknown): PointedHeader[] {
  const { sheet, texts, top, bottom, from, to, instead } = (stored ?? {}) as Partial<
    Record<keyof PointedHeader, unknown>
  >;
  const isRow = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
  if (typeof sheet !== 'string' || !Array.isArray(texts) || !isRow(top) || !isRow(bottom) || bottom < top) return [];
  const known = texts.slice(0, 400).filter((text): text is string => typeof text === 'string');
  const optional = (value: unknown) => (isRow(value) ? value : undefined);
  const more = definedOnly({ from: optional(from), to: optional(to), instead: optional(instead) });
  return [{ sheet, texts: known, top, bottom, ...more }];
}
