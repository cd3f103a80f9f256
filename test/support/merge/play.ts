import type { Cell } from '../../../src/engine/ledger/cell';
import type { ReturnedFile } from '../../../src/engine/share/returned';
import type { Made } from '../../engine/share/support/madeCopies';
import { play, type Act, type World } from './acts';
import type { Copy, Places, Sheet } from './world';

/** A cell as it came back: where it stands, and about whom it is. */
export interface Statement {
  readonly file: number;
  readonly sheet: string;
  readonly fileRow: number;
  readonly column: number;
  readonly about: number;
  readonly value: Cell;
}

export interface Played {
  readonly files: readonly ReturnedFile[];
  readonly statements: readonly Statement[];
  readonly home: World['home'];
}

/** What comes back after a history, and what it says. */
export function played(sent: Made, places: Places, history: readonly Act[]): Played {
  const world: World = {
    copies: sent.files.map((file, index) => copyOf(sent, file, index)),
    home: sent.home.rows.map((cells, origin) => ({ origin, cells: [...cells] })),
    places,
    masks: Object.values(sent.record.codes.masks).flatMap((texts) => Object.values(texts)),
  };
  for (const one of history) play(world, one);
  const back = world.copies.flatMap((copy, index) => {
    const file = { ...(sent.files[index] as ReturnedFile), sheets: copy.sheets.map(sheetOf) };
    return copy.twice
      ? [
          { copy, file },
          { copy, file: { ...file, label: `再次 ${file.label}` } },
        ]
      : [{ copy, file }];
  });
  return {
    files: back.map(({ file }) => file),
    statements: back.flatMap(({ copy }, file) => copy.sheets.flatMap((sheet) => statementsOf(sheet, file))),
    home: world.home,
  };
}

function copyOf({ record }: Made, { label, sheets }: ReturnedFile, index: number): Copy {
  const [sheet] = sheets;
  const copy = record.batches.at(-1)?.copies[index];
  const [, titles = [], ...body] = sheet?.values ?? [];
  const lines = body.map((cells, at) => ({ cells: cells.map((value) => ({ value, about: copy?.rows[at] ?? -1 })) }));
  const columns = [-1, ...(copy?.columns.map(({ column }) => column) ?? [])];
  return {
    label,
    sheets: [
      {
        name: sheet?.name ?? '',
        titles: [...titles],
        columns,
        lines,
        typed: new Set(),
        sorted: new Set(),
        swapped: false,
        swappedNames: new Set(),
      },
    ],
    twice: false,
  };
}

function sheetOf({ name, titles, lines }: Sheet): ReturnedFile['sheets'][number] {
  const values = [['亩均评价台账 填报表'], titles, ...lines.map(({ cells }) => cells.map(({ value }) => value))];
  return { name, values, formulas: values.map((row) => row.map(() => '')) };
}

const HEAD = 2;

function statementsOf({ name, columns, lines }: Sheet, file: number): Statement[] {
  return lines.flatMap(({ cells }, line) =>
    // A line of blanks says nothing, whoever's code once stood there.
    (cells.every(({ value }) => String(value ?? '') === '') ? [] : cells).flatMap(
      ({ value, about }, at): Statement[] => {
        const column = columns[at] ?? -1;
        return column < 0 ? [] : [{ file, sheet: name, fileRow: line + HEAD, column, about, value }];
      },
    ),
  );
}
