import { areaOfAddress } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/port';
import { PortError } from '../../src/workbook/portError';
import type { Lookup } from './memoryBook';
import { createMemoryPort } from './memoryPort';
import { heldIn } from './memoryWrite';
import type { PortBench } from './portBench';

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
    frozenRows: (id) => Promise.resolve(book.sheet(id).frozenRows),
    edit: (id, place, input) => later(() => book.edit(id, place, input)),
    select: (id, area) => later(() => book.select(id, area)),
    refuseText: (text, code) => book.refused.set(text, code),
    until: (met) => (met() ? Promise.resolve() : Promise.reject(new Error('it never came'))),
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
