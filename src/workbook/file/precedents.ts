import { treeOfFormula, type Node } from '../../formula/calculate/parse';
import { referencesIn, type Reference } from '../../formula/references';
import { tokenize, type FormulaToken } from '../../formula/tokens';
import { holdsCell, type Area } from '../../sheet/area';
import type { FileBook } from './fileBook';
import type { FileSheet, SheetFormula } from './fileSheet';

/** Cells of a sheet. */
export interface SheetArea {
  readonly sheet: FileSheet;
  readonly area: Area;
}

/** What a formula looks at. */
export interface Precedents {
  readonly areas: readonly SheetArea[];
  /** It looks at cells that its text does not tell: INDIRECT, OFFSET, a name nobody defined. */
  readonly isOpen: boolean;
}

/** A formula at its place. */
export interface PlacedFormula extends SheetFormula {
  readonly sheet: FileSheet;
}

const OPEN_CALLS = new Set(['INDIRECT', 'OFFSET']);

/** The cells that a formula looks at; a name stands for the cells it is defined as, a column of a table for that table. */
export function precedentsOf(book: FileBook, placed: PlacedFormula): Precedents {
  const tree = treeOfFormula(placed.formula);
  const named = tree ? undefined : namedAreas(book, placed);
  const references = tree ? treeReferences(tree) : referencesIn(placed.formula);
  const areas = references.flatMap((reference) => areaOf(book, reference, placed.sheet));
  return { areas: [...areas, ...(named?.areas ?? [])], isOpen: named?.isOpen ?? (tree ? callsOpen(tree) : false) };
}

function treeReferences(node: Node): Reference[] {
  if (node.kind === 'cells') return [node];
  return partsOf(node).flatMap(treeReferences);
}

function callsOpen(node: Node): boolean {
  return (node.kind === 'call' && OPEN_CALLS.has(node.name)) || partsOf(node).some(callsOpen);
}

function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'call') return node.args;
  if (node.kind === 'operation') return [node.left, node.right];
  return node.kind === 'negative' || node.kind === 'percent' ? [node.of] : [];
}

/** A sheet that is not here, as one of another file, has no cells to change. */
function areaOf(book: FileBook, { sheet: name, area }: Reference, own: FileSheet): SheetArea[] {
  const sheet = name === undefined ? own : book.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return sheet ? [{ sheet, area }] : [];
}

function namedAreas(book: FileBook, placed: PlacedFormula): Precedents {
  const tokens = tokenize(placed.formula).filter(({ kind }) => kind !== 'space');
  const found = tokens.flatMap((token, at) => meant(book, placed, { tokens, token, at }));
  return { areas: found.flatMap(({ areas }) => areas), isOpen: found.some(({ isOpen }) => isOpen) };
}

interface Mention {
  readonly tokens: readonly FormulaToken[];
  readonly token: FormulaToken;
  readonly at: number;
}

const NOTHING: Precedents = { areas: [], isOpen: false };
const ANYTHING: Precedents = { areas: [], isOpen: true };

/** What a word or a bracket of a formula stands for. */
function meant(book: FileBook, placed: PlacedFormula, { tokens, token, at }: Mention): Precedents {
  const next = tokens[at + 1];
  if (token.kind === 'bracket') return tokens[at - 1]?.kind === 'name' ? NOTHING : ownTable(placed, token.text);
  if (token.kind !== 'name' || /^(?:TRUE|FALSE)$/i.test(token.text)) return NOTHING;
  if (next?.text === '(') return OPEN_CALLS.has(token.text.toUpperCase()) ? ANYTHING : NOTHING;
  if (next?.kind === 'bracket') return tableNamed(book, placed, { name: token.text, bracket: next.text });
  const defined = book.names.get(token.text.toLowerCase());
  if (!defined) return ANYTHING;
  return {
    areas: referencesIn(defined.formula.slice(1)).flatMap((one) => areaOf(book, one, placed.sheet)),
    isOpen: false,
  };
}

/** [@税收], and [税收] in a formula of the table itself. */
function ownTable({ sheet, row, column }: PlacedFormula, bracket: string): Precedents {
  const table = sheet.origin.tables.find(({ area }) => holdsCell(area, row, column));
  return table ? { areas: [{ sheet, area: rowsMeant(table.area, row, bracket) }], isOpen: false } : NOTHING;
}

function tableNamed(
  book: FileBook,
  { row }: PlacedFormula,
  { name, bracket }: { readonly name: string; readonly bracket: string },
): Precedents {
  for (const sheet of book.sheets) {
    const table = sheet.origin.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (table) return { areas: [{ sheet, area: rowsMeant(table.area, row, bracket) }], isOpen: false };
  }
  return ANYTHING;
}

/** The row of the formula alone where it says "this row". */
function rowsMeant(area: Area, row: number, bracket: string): Area {
  return /^\[(?:@|\[#This Row\])/i.test(bracket) ? { ...area, row, rows: 1 } : area;
}
