import type { SheetFormat } from '../../../sheet/sheet';
import type { CellBlock, CellValue, WritePlan } from '../../../workbook/port';
import type { Assessment } from '../../model/verdict/assessment';
import {
  CLAUSE_HEADER,
  GROUNDS_HEADER,
  KIND_HEADER,
  PATH_HEADER,
  TIER_HEADER,
  WHY_HEADERS,
} from '../../model/reading/resultHeaders';
import type { PlacedPiece, Source } from '../../model/reading/source';
import type { FormulaColumn } from './formulas';
import { PRELIMINARY } from '../../model/reading/ownSheet';
import type { Place } from './place';
import { measureResults } from '../../model/verdict/measureResults';
import { gradeResults } from '../../model/verdict/gradeResults';
import { verdictOfRow, type WrittenGrounds } from '../../model/verdict/resultRows';

const HEADER_FORMAT: SheetFormat = {
  bold: true,
  wrap: true,
  horizontal: 'Center',
  fill: '#E7E6E6',
  fontColor: '#000000',
};
const [, AMOUNT_HEADER] = WHY_HEADERS;
/** For all that the formula spills: the words among it read the same under any number format. */
const AMOUNTS = { format: { numberFormat: '#,##0.00' } } as const;
const NOTE_FORMAT: SheetFormat = { bold: true, horizontal: 'Left' };

type Columns = Place & { kind: 'columns' };

/** The names of the result columns as values. */
export function valueHeaders(assessment: Assessment): string[] {
  const { tiers, paths } = assessment;
  const more = [...gradeResults(assessment), ...measureResults(assessment)].map(({ header }) => header);
  const own = [...(tiers ? [TIER_HEADER] : []), ...(paths ? [PATH_HEADER] : [])];
  return [...own, ...more, GROUNDS_HEADER, CLAUSE_HEADER, KIND_HEADER];
}

/**
 * The plan that writes results as values beside every piece of a ledger, whole or not at all; `note` names the policy and its
 * status.
 */
export function planValueColumns(
  source: Source,
  assessment: Assessment,
  given: { places: readonly Columns[]; note: string; grounds: readonly WrittenGrounds[] },
): WritePlan {
  const bySheet = new Map<string, CellBlock[]>();
  source.pieces.forEach((piece, at) => {
    const place = given.places[at];
    const { id } = piece.contents.sheet;
    if (place) bySheet.set(id, [...(bySheet.get(id) ?? []), ...valueBlocks(piece, assessment, { ...given, place })]);
  });
  const [first, ...more] = [...bySheet].map(([id, blocks]) => ({ sheet: { id }, blocks }));
  const title = '写入结果列';
  if (!first) return { title, sheet: { id: source.contents.sheet.id }, blocks: [] };
  return { title, ...first, ...(more.length > 0 ? { more } : {}), activate: true };
}

function valueBlocks(
  piece: PlacedPiece,
  assessment: Assessment,
  { place, note, grounds }: { place: Columns; note: string; grounds: readonly WrittenGrounds[] },
): CellBlock[] {
  const headers = valueHeaders(assessment);
  const own = piece.cells.map((_, index) => piece.from + index);
  const rows = own.map((row) => verdictsAt(assessment, row));
  const grades = [...gradeResults(assessment), ...measureResults(assessment)];
  const verdicts = rows[0]?.length ?? 0;
  const body = place.body;
  const words = headers.length - 3;
  return [
    ...headerBlocks(place, headers, note),
    ...(verdicts === 0
      ? []
      : [
          {
            area: { ...body, columns: verdicts },
            values: rows,
            format: { columnWidth: 90, horizontal: 'Center' } as const,
          },
        ]),
    ...grades.map(({ at, format }, index) => ({
      area: { ...body, column: body.column + verdicts + index, columns: 1 },
      values: own.map((row) => [at(row)]),
      format,
    })),
    {
      area: { ...body, column: body.column + words, columns: 1 },
      values: own.map((row) => [grounds[row]?.text ?? '']),
      format: { columnWidth: 160 },
    },
    // Short, and beside every grounds: a long text runs on over blank cells, and the ledger's pages would shrink to hold it.
    {
      area: { ...body, column: body.column + words + 1, columns: 1 },
      values: own.map((row) => [grounds[row]?.clauses ?? '']),
      format: { columnWidth: 90 },
    },
    {
      area: { ...body, column: body.column + words + 2, columns: 1 },
      values: own.map((row) => [grounds[row]?.kinds ?? '']),
      format: { columnWidth: 60, horizontal: 'Center' },
    },
  ];
}

function verdictsAt(assessment: Assessment, row: number): CellValue[] {
  const { tiers, paths } = assessment;
  const judgements = [tiers, paths].filter((judgement) => judgement !== undefined);
  return judgements.map((judgement) => verdictOfRow(assessment, judgement, row));
}

/** The plan that writes one spilling formula per result. */
export function planFormulaColumns(
  source: Source,
  columns: readonly FormulaColumn[],
  given: { place: Columns; note: string },
): WritePlan {
  const { place, note } = given;
  const blocks: CellBlock[] = headerBlocks(
    place,
    columns.flatMap(({ headers }) => headers),
    note,
  ).flatMap((block) => (block.area.row === place.header.row ? byColumn(block) : [block]));
  let { column } = place.body;
  for (const { headers, formula, rows } of columns) {
    const start = { row: place.body.row, column, rows: 1, columns: 1 };
    const spill = { ...start, rows, columns: headers.length };
    blocks.push({ area: start, formulas: [[formula]], spill, ...(headers.includes(AMOUNT_HEADER) ? AMOUNTS : {}) });
    column += headers.length;
  }
  return { title: '写入结果列', sheet: { id: source.contents.sheet.id }, blocks, activate: true };
}

/** Widths of what formulas answer, by name: what a formula spills has no format of its own. */
const WIDTHS: Readonly<Record<string, number>> = { [WHY_HEADERS[0]]: 160, [WHY_HEADERS[1]]: 72, [WHY_HEADERS[3]]: 72 };

/** The names one by one, each with the width of its column. */
function byColumn({ area, values, format }: CellBlock): CellBlock[] {
  return (values?.[0] ?? []).map((name, at) => ({
    area: { ...area, column: area.column + at, columns: 1 },
    values: [[name]],
    format: { ...format, columnWidth: WIDTHS[String(name).split('\n')[0] ?? ''] ?? 100 },
  }));
}

/** Where no row is free above the names, the note is the second line of every name, so that it prints with them. */
function headerBlocks({ header, note: noteArea }: Columns, headers: readonly string[], note: string): CellBlock[] {
  const names = headers.map((name) => (noteArea ? name : `${name}\n（${PRELIMINARY}）`));
  const block: CellBlock = { area: header, values: [names], format: HEADER_FORMAT };
  if (!noteArea) return [block];
  const first = { ...noteArea, columns: 1 };
  return [{ area: first, values: [[note]], format: NOTE_FORMAT }, block];
}
