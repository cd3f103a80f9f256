import fc from 'fast-check';
import type { Cell } from '../../../src/engine/ledger/cell';
import { insertBeside, keyColumns, order, sortColumns, sortLines, sortOne, swap } from './moves';
import { personOf, type Copy, type Held, type HomeRow, type Line, type Places, type Sheet } from './world';

const at = fc.nat(30);
const amount = fc.oneof(
  fc.integer({ min: 1, max: 9_000_000 }).map((cents) => cents / 100),
  fc.constantFrom<Cell[]>('', '差', '√', '待核', '#N/A', '  12.5 ', '９９.５', 0),
);
const there = { file: at, sheet: at, row: at };

const ACTS = {
  type: fc.record({ kind: fc.constant('type' as const), ...there, column: at, value: amount }),
  spaces: fc.record({ kind: fc.constant('spaces' as const), ...there, column: at }),
  retype: fc.record({ kind: fc.constant('retype' as const), ...there, column: at }),
  hide: fc.record({
    kind: fc.constant('hide' as const),
    ...there,
    column: at,
    as: fc.constantFrom('已隐去', ' 已隐去 ', 'mask'),
  }),
  sortPart: fc.record({ kind: fc.constant('sortPart' as const), ...there, by: at, without: at }),
  sortLines: fc.record({ kind: fc.constant('sortLines' as const), ...there, to: at, by: at }),
  insertBeside: fc.record({ kind: fc.constant('insertBeside' as const), ...there }),
  sortOne: fc.record({ kind: fc.constant('sortOne' as const), ...there, by: at }),
  sortAll: fc.record({ kind: fc.constant('sortAll' as const), ...there, by: at }),
  swapNames: fc.record({ kind: fc.constant('swapNames' as const), ...there, other: at }),
  total: fc.record({
    kind: fc.constant('total' as const),
    ...there,
    label: fc.constantFrom('合计', '合 计', '小计', '总计：', '城东镇小计'),
    kept: fc.boolean(),
  }),
  newKeys: fc.record({ kind: fc.constant('newKeys' as const), ...there, nameOnly: fc.boolean() }),
  insert: fc.record({ kind: fc.constant('insert' as const), ...there }),
  copyRow: fc.record({ kind: fc.constant('copyRow' as const), ...there, renamed: fc.boolean() }),
  deleteRow: fc.record({ kind: fc.constant('deleteRow' as const), ...there }),
  doubleSheet: fc.record({ kind: fc.constant('doubleSheet' as const), ...there, bare: fc.boolean() }),
  dropCodes: fc.record({ kind: fc.constant('dropCodes' as const), ...there }),
  twice: fc.record({ kind: fc.constant('twice' as const), ...there }),
  homeType: fc.record({ kind: fc.constant('homeType' as const), row: at, column: at, value: amount }),
  homeSort: fc.record({ kind: fc.constant('homeSort' as const), column: at }),
  homeDelete: fc.record({ kind: fc.constant('homeDelete' as const), row: at }),
  homeInsert: fc.record({ kind: fc.constant('homeInsert' as const), row: at }),
} as const;

export type Act = {
  [Kind in keyof typeof ACTS]: (typeof ACTS)[Kind] extends fc.Arbitrary<infer One> ? One : never;
}[keyof typeof ACTS];

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: ACTS.type },
  ...Object.values(ACTS).map((arbitrary) => ({ weight: 1, arbitrary: arbitrary as fc.Arbitrary<Act> })),
);

const loose = fc.array(act, { minLength: 1, maxLength: 9 });

/** What names a row, and then all but its codes, are moved, with typing between: each move can hide the other. */
const tangled = fc
  .tuple(
    fc.array(ACTS.type, { maxLength: 4 }),
    fc.array(fc.oneof(ACTS.swapNames, ACTS.swapNames, ACTS.newKeys, ACTS.deleteRow), { minLength: 1, maxLength: 3 }),
    fc.array(ACTS.type, { maxLength: 2 }),
    fc.array(fc.oneof(ACTS.sortPart, ACTS.sortLines, ACTS.insertBeside), { minLength: 1, maxLength: 2 }),
    fc.array(ACTS.type, { maxLength: 2 }),
  )
  .map((parts): readonly Act[] => parts.flat());

/** What happens to copies and to the ledger at home until the copies come back. */
export const histories: fc.Arbitrary<readonly Act[]> = fc.oneof(
  { weight: 3, arbitrary: loose },
  { weight: 1, arbitrary: tangled },
);

/** How far a history has come. */
export interface World {
  readonly copies: Copy[];
  home: HomeRow[];
  readonly places: Places;
  /** Masks that stand for other texts. */
  readonly masks: readonly string[];
}

/** Does one thing to the world. Rows and columns are taken round. */
export function play(world: World, one: Act): void {
  if (!('file' in one)) {
    playHome(world, one);
    return;
  }
  const copy = world.copies[one.file % Math.max(1, world.copies.length)];
  const sheet = copy?.sheets[one.sheet % copy.sheets.length];
  if (!copy || !sheet || sheet.lines.length === 0) return;
  playThere(world, copy, { sheet, one, row: one.row % sheet.lines.length });
}

interface There {
  readonly sheet: Sheet;
  readonly row: number;
  readonly one: Extract<Act, { readonly file: number }>;
}

function playThere(world: World, copy: Copy, { sheet, one, row }: There): void {
  const { places } = world;
  const line = sheet.lines[row];
  if (!line) return;
  const column = 'column' in one ? amountAt(sheet, places, one.column) : -1;
  const held = line.cells[column];
  const put = (value: Cell, about = personOf(sheet, row, places)) => {
    if (sheet.sorted.has(column)) return;
    sheet.typed.add(column);
    line.cells[column] = { value, about };
  };
  switch (one.kind) {
    case 'type':
      if (held) put(one.value);
      return;
    case 'spaces':
      if (typeof held?.value === 'string' && held.value !== '') put(`${held.value} `, held.about);
      return;
    case 'retype':
      // Another program keeps numbers as texts, or texts as numbers.
      if (typeof held?.value === 'number') put(String(held.value), held.about);
      return;
    case 'hide':
      if (held) put(one.as === 'mask' ? (world.masks[one.row % Math.max(1, world.masks.length)] ?? '已隐去') : one.as);
      return;
    case 'sortPart':
      sheet.swapped = true;
      sortColumns(sheet, keyColumns(sheet, places, one.without), one.by);
      return;
    case 'sortLines':
      sheet.swapped = true;
      sortLines(sheet, [row, one.to % sheet.lines.length], { columns: keyColumns(sheet, places, 0), by: one.by });
      return;
    case 'insertBeside':
      sheet.swapped = true;
      insertBeside(sheet, row);
      return;
    case 'sortOne':
      sortOne(sheet, amountAt(sheet, places, one.by));
      return;
    case 'sortAll':
      sortColumns(
        sheet,
        sheet.titles.map((_, index) => index),
        one.by,
      );
      return;
    case 'swapNames':
      swap(sheet, row, { other: one.other % sheet.lines.length, column: sheet.columns.indexOf(places.name) });
      return;
    case 'total':
      makeTotal(sheet, row, { label: one.label, kept: one.kept, places });
      return;
    case 'newKeys':
      newKeys(sheet, line, { places, nameOnly: one.nameOnly, mark: `${one.row}${one.sheet}${one.file}` });
      return;
    case 'insert':
      sheet.lines.splice(row, 0, newLine(sheet, `新${one.row}${one.file}`, places));
      return;
    case 'copyRow':
      sheet.lines.splice(
        row + 1,
        0,
        copied(line, sheet, { renamed: one.renamed, places, mark: `${one.row}${one.file}` }),
      );
      return;
    case 'deleteRow':
      // What sorting one column moved into a line of nobody's is gone with it, and looks like cells that were cleared.
      if (sheet.sorted.size > 0 && personOf(sheet, row, places) < 0) return;
      sheet.lines = sheet.lines.filter((_, index) => index !== row);
      return;
    case 'doubleSheet':
      copy.sheets.push(doubled(sheet, copy.sheets.length + 1, one.bare));
      return;
    case 'dropCodes':
      for (const { cells } of sheet.lines) cells[0] = { value: '', about: -1 };
      return;
    case 'twice':
      copy.twice = true;
  }
}

function playHome(world: World, one: Exclude<Act, { readonly file: number }>): void {
  const { home, places } = world;
  const row = 'row' in one ? home[one.row % Math.max(1, home.length)] : undefined;
  const column = 'column' in one ? (places.amounts[one.column % places.amounts.length] ?? -1) : -1;
  if (one.kind === 'homeType' && row) row.cells[column] = one.value;
  if (one.kind === 'homeSort') world.home = home.toSorted((a, b) => order(a.cells[column], b.cells[column]));
  if (one.kind === 'homeDelete' && home.length > 1) world.home = home.filter((line) => line !== row);
  if (one.kind === 'homeInsert' && row) {
    const cells = row.cells.map((_, index): Cell => (index === places.name ? `家里新加${one.row}厂` : ''));
    world.home = [...home, { origin: -1, cells }];
  }
}

/** A column in which people type amounts, as far as the sheet has it. */
function amountAt({ columns }: Sheet, { amounts }: Places, turn: number): number {
  const found = amounts.map((column) => columns.indexOf(column)).filter((index) => index > 0);
  return found[turn % Math.max(1, found.length)] ?? -1;
}

/** Somebody writes sums into a line of the table: what it says now is about nobody. */
function makeTotal(
  { columns, lines, sorted, typed }: Sheet,
  row: number,
  { label, kept, places }: { readonly label: string; readonly kept: boolean; readonly places: Places },
): void {
  const cells = lines[row]?.cells ?? [];
  const sum = (index: number) => lines.reduce((total, line) => total + (Number(line.cells[index]?.value) || 0), 0);
  columns.forEach((column, index) => {
    if (column === places.name) cells[index] = { value: label, about: -1 };
    if (places.codes.includes(column) && !kept) cells[index] = { value: '', about: -1 };
    if (!places.amounts.includes(column) || sorted.has(index)) return;
    typed.add(index);
    cells[index] = { value: sum(index) + 0.25, about: -1 };
  });
}

/** Another enterprise typed over a line, its codes too where there are any; with its name alone it may be a new name. */
function newKeys(
  { columns, swapped, swappedNames }: Sheet,
  { cells }: Line,
  { places, nameOnly, mark }: { readonly places: Places; readonly nameOnly: boolean; readonly mark: string },
): void {
  // Over a name that was swapped in, or a line of sums, nobody could tell any more.
  const named = cells[columns.indexOf(places.name)];
  if (nameOnly && (swapped || (named?.about ?? -1) < 0)) return;
  const isAnother = !nameOnly || places.codes.length === 0;
  columns.forEach((column, index) => {
    const held = cells[index];
    if (!held || column < 0) return;
    const about = isAnother ? -1 : held.about;
    if (column === places.name) swappedNames.add((cells[index] = { value: `换了的${mark}公司`, about }));
    else if (places.codes.includes(column) && !nameOnly) cells[index] = { value: `9133068399${mark}99`, about };
  });
}

function newLine({ columns }: Sheet, mark: string, { name, codes, amounts }: Places): Line {
  const valueAt = (column: number): Cell => {
    if (column === name) return `${mark}公司`;
    if (codes.includes(column)) return `9133068388${mark.length}${mark}`;
    return amounts.includes(column) ? 77.25 + mark.length : '';
  };
  return { cells: columns.map((column): Held => ({ value: valueAt(column), about: -1 })) };
}

function copied(
  { cells }: Line,
  { columns }: Sheet,
  { renamed, places, mark }: { readonly renamed: boolean; readonly places: Places; readonly mark: string },
): Line {
  if (!renamed) return { cells: [...cells] };
  return {
    cells: cells.map((held, index): Held => {
      if (columns[index] === places.name) return { value: `另加${mark}公司`, about: -1 };
      if (places.codes.includes(columns[index] ?? -1)) return { value: '', about: -1 };
      // The rest of the line still says what it said of the enterprise it was copied from, until somebody types over it.
      return held;
    }),
  };
}

function doubled(sheet: Sheet, number: number, bare: boolean): Sheet {
  const cut = <T>(list: readonly T[]) => (bare ? list.slice(1) : [...list]);
  return {
    name: `${sheet.name} (${number})`,
    titles: cut(sheet.titles),
    columns: cut(sheet.columns),
    lines: sheet.lines.map(({ cells }) => ({ cells: cut(cells) })),
    typed: new Set(bare ? [] : sheet.typed),
    sorted: new Set(bare ? [] : sheet.sorted),
    swapped: sheet.swapped,
    swappedNames: new Set(sheet.swappedNames),
  };
}
