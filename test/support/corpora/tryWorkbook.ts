import { unzipSync } from 'fflate';
import type { CellModel, PackageModel } from '../../../src/package/model';
import { openPackage, type OpenedPackage } from '../../../src/package/openPackage';
import { PackageError } from '../../../src/package/packageError';
import { savePackage } from '../../../src/package/savePackage';

/** What became of a workbook: opened or refused, and what went wrong when one blank cell of it was filled and saved. */
export interface Tried {
  /** 'opened', the code of the refusal, or what was thrown that should not have been. */
  readonly ended: string;
  readonly cells: number;
  readonly wrong: readonly string[];
}

/** Opens a workbook, fills one blank cell, saves, opens that, and holds both against each other. */
export function tryWorkbook(bytes: Uint8Array): Tried {
  let opened: OpenedPackage;
  try {
    opened = openPackage(bytes);
  } catch (error) {
    const ended = error instanceof PackageError ? error.code : `threw ${String(error)}`;
    return { ended, cells: 0, wrong: error instanceof PackageError ? [] : [ended] };
  }
  try {
    return { ended: 'opened', cells: countOf(opened.model), wrong: patched(opened, bytes) };
  } catch (error) {
    return {
      ended: 'opened',
      cells: countOf(opened.model),
      wrong: [`not saved or not opened again: ${String(error)}`],
    };
  }
}

function countOf({ sheets }: PackageModel): number {
  return sheets.reduce((sum, { cells }) => sum + [...cells.values()].reduce((all, line) => all + line.size, 0), 0);
}

function patched(opened: OpenedPackage, bytes: Uint8Array): string[] {
  const sheet = opened.model.sheets.find(({ cellless }) => cellless !== true);
  if (!sheet) return [];
  const row = Math.min(sheet.rows + 1, 1_048_575);
  const typed = new Map([[row, new Map([[0, { value: '补', type: 'string' as const }]])]]);
  const saved = savePackage(opened, { sheets: [{ id: sheet.id, cells: typed }] });
  const again = openPackage(saved);
  const part = opened.source.sheets.get(sheet.id)?.part ?? '';
  return [
    ...cellsThatDiffer(opened.model, again.model, `${sheet.id} ${String(row)},0`),
    ...(again.model.sheets
      .find(({ id }) => id === sheet.id)
      ?.cells.get(row)
      ?.get(0)?.value === '补'
      ? []
      : ['the new cell is not there']),
    ...partsThatDiffer(bytes, saved, part),
  ];
}

function cellsThatDiffer(before: PackageModel, after: PackageModel, filled: string): string[] {
  const held = (model: PackageModel) =>
    new Map(
      model.sheets.flatMap(({ id, cells }) =>
        [...cells].flatMap(([row, line]) => [...line].map(([column, cell]) => [`${id} ${row},${column}`, said(cell)])),
      ),
    );
  const [was, is] = [held(before), held(after)];
  const places = new Set([...was.keys(), ...is.keys()]);
  places.delete(filled);
  return [...places]
    .filter((place) => was.get(place) !== is.get(place))
    .map((place) => `cell ${place} differs`)
    .slice(0, 5);
}

function said({ value, formula, style }: CellModel): string {
  return JSON.stringify([value, formula, style]);
}

/** Parts that every save writes anew: the list of parts, the workbook and what says that formulas are to be calculated. */
const WRITTEN = /^\[Content_Types\]\.xml$|workbook\.xml(?:\.rels)?$|calcChain\.xml$/i;

function partsThatDiffer(before: Uint8Array, after: Uint8Array, sheet: string): string[] {
  const plain = (path: string) => path.replaceAll('\\', '/');
  const partsOf = (bytes: Uint8Array) =>
    new Map(Object.entries(unzipSync(bytes)).map(([path, body]) => [plain(path), body]));
  const [was, is] = [partsOf(before), partsOf(after)];
  return [...was.keys()]
    .filter((path) => !path.endsWith('/') && path.toLowerCase() !== sheet.toLowerCase() && !WRITTEN.test(path))
    .filter((path) => Buffer.compare(was.get(path) ?? new Uint8Array(), is.get(path) ?? new Uint8Array()) !== 0)
    .map((path) => `part ${path} differs`);
}
