import { sheetRange, areaOfAddress } from '../../src/sheet/address';
import type { CellValue } from '../../src/workbook/port';
import { PortError } from '../../src/workbook/portError';
import type { Lookup, MemoryBook } from './memoryBook';
import { createMemoryPort } from './memoryPort';
import { heldIn } from './memoryWrite';
import type { Place, PortBench, SetUp } from './portBench';
import { holdsCell } from '../../src/sheet/area';

/** A memory port that knows the few formulas of the contract. */
export function memoryBench(): PortBench {
  const port = createMemoryPort({ sheets: [{ name: 'Sheet1' }], calculate });
  const { book } = port;
  return {
    port,
    addSheet: (input) => Promise.resolve(book.add(input).id),
    deleteSheet: (id) => later(() => book.remove(id)),
    held: (id, area) => Promise.resolve(heldIn(book.sheet(id), area)),
    look: (id, [row, column]) => {
      const sheet = book.sheet(id);
      const fill = sheet.formats.get(`${row},${column}`)?.fill ?? '#FFFFFF';
      return Promise.resolve({ fill, width: book.width(sheet, column) });
    },
    setUp: (id, place) => Promise.resolve(setUpOf(book, id, place)),
    frozenRows: (id) => Promise.resolve(book.sheet(id).frozenRows),
    edit: (id, place, input) => later(() => book.edit(id, place, input)),
    select: (id, area) => later(() => book.select(id, area)),
    refuseText: (text, code) => book.refused.set(text, code),
    until: (met) => (met() ? Promise.resolve() : Promise.reject(new Error('it never came'))),
  };
}

function setUpOf(book: MemoryBook, id: string, [row, column]: Place): SetUp {
  const { setUp, formats } = book.sheet(id);
  const format = formats.get(`${row},${column}`) ?? {};
  const choice = setUp?.choices?.find(({ area }) => holdsCell(area, row, column));
  const wordSheet =
    choice && 'words' in choice ? book.sheets.at(choice.words.sheet - (setUp?.more?.length ?? 0) - 1) : undefined;
  return {
    merged: setUp?.merges?.some((area) => holdsCell(area, row, column)) ?? false,
    font: format.fontName ?? '宋体',
    size: format.fontSize ?? 11,
    vertical: format.vertical ?? 'Bottom',
    bordered: format.border ?? false,
    rowHeight: format.rowHeight ?? 15,
    locked: format.locked ?? true,
    words: choice
      ? 'list' in choice
        ? choice.list.join(',')
        : `=${sheetRange(wordSheet?.name ?? '', choice.words.area)}`
      : '',
    charts: setUp?.charts?.length ?? 0,
    landscape: setUp?.print?.landscape ?? false,
  };
}

async function later(act: () => void): Promise<void> {
  await Promise.resolve();
  act();
}

const CONSTANTS: Readonly<Record<string, CellValue>> = { '=""': '', '=1/0': '#DIV/0!' };

/** References, and references times ten. */
function calculate(formula: string, valuesAt: Lookup): readonly (readonly CellValue[])[] {
  const constant = CONSTANTS[formula];
  if (constant !== undefined) return [[constant]];
  const [, address = '', times = ''] = /^=([A-Z\d:]+)(\*10)?$/.exec(formula) ?? [];
  const area = areaOfAddress(address);
  if (area === undefined) throw new PortError('InvalidArgument', `no formula: ${formula}`);
  const factor = times === '' ? 1 : 10;
  return valuesAt(area).map((line) => line.map((value) => (typeof value === 'number' ? value * factor : value)));
}
