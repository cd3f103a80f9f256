import type { CellModel } from '../model';
import { PackageError } from '../packageError';
import type { OpenTag, XmlAttributes, XmlHandlers } from '../xml/xmlHandlers';
import { type XmlTreeBuilder, countOf, flagOf, prefixOf } from '../xml/xmlElement';
import { readValue, type ValueContext } from './cellValue';
import type { FormulaReader } from './formulaReader';
import { RichText } from './richText';
import { CellPlaces, type RowPlace } from './sheetLayout';
import { restoreText } from '../xml/escapeXml';
import { columnNumber, MAX_COLUMNS, MAX_ROWS } from '../../sheet/address';

type MutableCell = { -readonly [K in keyof CellModel]: CellModel[K] };
type MutableRow = { -readonly [K in keyof RowPlace]: RowPlace[K] };
type CellAttributes = Readonly<Partial<Record<'r' | 's' | 't' | 'cm', string | undefined>>>;
const NO_ATTRIBUTES: XmlAttributes = {};

/** Text without marks, line ends, or signs that XML does not hold. */
const PLAIN = '([^<&\\]\\u0000-\\u001F\\uD800-\\uDFFF\\uFFFE\\uFFFF]*)';
/** A cell as nearly all are written: no formula, no runs of text, nothing that the parser would read otherwise. */
const USUAL_CELL = new RegExp(
  `<c r="([A-Z]{1,3}\\d{1,7})"(?: s="(\\d{1,6})")?(?: t="([a-z]{1,3}|inlineStr)")?(?:/>|>(?:<v>${PLAIN}</v>|<is><t(?: xml:space="preserve")?>${PLAIN}</t></is>)?</c>)`,
  'y',
);

/** What a sheet's cells are read with. */
export interface ScanContext extends ValueContext {
  /** The text being scanned. */
  readonly xml: string;
  readonly formulas: FormulaReader;
  readonly styles: number;
  /** Called for every cell; throws once there are too many. */
  readonly countCell: () => void;
}

/** Takes a worksheet's cells out of a scan as they pass, and leaves all else to a tree. */
export class SheetScanner implements XmlHandlers {
  readonly cells = new Map<number, Map<number, CellModel>>();
  readonly rows: RowPlace[] = [];
  readonly places = new CellPlaces();
  readonly heights = new Map<number, { height?: number; hidden: boolean }>();
  columns = 1;

  readonly #rich = new RichText();
  #names = { row: 'row', cell: 'c', value: 'v', formula: 'f', inline: 'is', data: 'sheetData' };
  #inData = false;
  #row: MutableRow | undefined;
  #rowCells = new Map<number, CellModel>();
  #attributes: CellAttributes = NO_ATTRIBUTES;
  #column = -1;
  #lastRow = -1;
  /** The row has no number of its own: its first cell's reference may give one. */
  #isUnnumbered = false;
  #rowAttributes = NO_ATTRIBUTES;
  #inCell = false;
  #reading: 'value' | 'formula' | 'inline' | undefined;
  #value = '';
  #formula = '';
  #formulaAttributes: XmlAttributes | undefined;

  constructor(
    private readonly tree: XmlTreeBuilder,
    private readonly context: ScanContext,
  ) {}

  readonly open = (tag: OpenTag): void => {
    if (!this.#inData) this.#openOutside(tag);
    else if (this.#inCell) this.#openInCell(tag);
    else if (tag.name === this.#names.cell && this.#row) this.#openCell(tag);
    else if (tag.name === this.#names.row) this.#openRow(tag);
  };

  readonly close = (name: string, end: number): void => {
    if (!this.#inData) this.tree.close(name, end);
    else if (this.#inCell) this.#closeInCell(name, end);
    else if (name === this.#names.row) this.#closeRow(end);
    else if (name === this.#names.data) {
      this.#inData = false;
      this.tree.close(name, end);
    }
  };

  readonly text = (text: string): void => {
    if (this.#reading === 'value') this.#value += text;
    else if (this.#reading === 'formula') this.#formula += text;
    else if (this.#reading === 'inline') this.#rich.add(text);
    else if (!this.#inData) this.tree.text(text);
  };

  /** Takes the usual cells of a row one after the other; held to what the parser's events give. */
  readonly leap = (start: number): number => {
    if (!this.#row || this.#inCell || this.#names.cell !== 'c') return start;
    let at = start;
    for (USUAL_CELL.lastIndex = at; ; USUAL_CELL.lastIndex = at) {
      const usual = USUAL_CELL.exec(this.context.xml);
      if (!usual) return at;
      const [, r, s, t, value, inline] = usual;
      this.#openCell({ attributes: { r, s, t }, start: at });
      at = USUAL_CELL.lastIndex;
      this.#value = value ?? (inline === undefined ? '' : restoreText(inline));
      this.#closeCell(at);
    }
  };

  #openOutside(tag: OpenTag): void {
    if (!this.tree.root) this.#usePrefix(prefixOf(tag.name));
    this.tree.open(tag);
    this.#inData = tag.name === this.#names.data;
  }

  #usePrefix(prefix: string): void {
    const { row, cell, value, formula, inline, data } = this.#names;
    this.#names = {
      row: prefix + row,
      cell: prefix + cell,
      value: prefix + value,
      formula: prefix + formula,
      inline: prefix + inline,
      data: prefix + data,
    };
  }

  #openRow({ attributes, start, openEnd, selfClosing }: OpenTag): void {
    const row = attributes['r'] === undefined ? this.#lastRow + 1 : Number(attributes['r']) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) throw this.#damaged('row number');
    this.#lastRow = row;
    this.#column = -1;
    this.#rowCells = this.cells.get(row) ?? new Map<number, CellModel>();
    this.#row = {
      row,
      start,
      openEnd,
      selfClosing,
      closeStart: openEnd,
      end: openEnd,
      firstCell: this.places.length,
      cellCount: 0,
    };
    const style = flagOf(attributes, 'customFormat') ? countOf(attributes, 's') : undefined;
    if (style !== undefined) this.#row.style = style;
    this.#isUnnumbered = attributes['r'] === undefined;
    this.#rowAttributes = attributes;
  }

  /** A row without r stands where its cells say (LibreOffice and openpyxl read it so). */
  #numberRow(reference: string): void {
    this.#isUnnumbered = false;
    const row = Number(/\d+$/.exec(reference)?.[0] ?? NaN) - 1;
    if (!this.#row || !Number.isInteger(row) || row < 0 || row >= MAX_ROWS) return;
    this.#row.row = row;
    this.#lastRow = row;
    this.#rowCells = this.cells.get(row) ?? new Map<number, CellModel>();
  }

  #readHeight(row: number, attributes: XmlAttributes): void {
    const hidden = flagOf(attributes, 'hidden');
    const height = Number(attributes['ht'] ?? NaN);
    if (Number.isFinite(height)) this.heights.set(row, { height, hidden });
    else if (hidden) this.heights.set(row, { hidden });
  }

  #closeRow(end: number): void {
    const row = this.#row;
    if (!row) return;
    this.#readHeight(row.row, this.#rowAttributes);
    row.end = end;
    row.closeStart = row.selfClosing ? end : this.context.xml.lastIndexOf('</', end - 1);
    row.cellCount = this.places.length - row.firstCell;
    this.rows.push(row);
    if (this.#rowCells.size > 0) this.cells.set(row.row, this.#rowCells);
    this.#row = undefined;
  }

  #openCell({ attributes, start }: { readonly attributes: CellAttributes; readonly start: number }): void {
    this.context.countCell();
    if (this.#isUnnumbered && attributes['r'] !== undefined) this.#numberRow(attributes['r']);
    this.#column = attributes['r'] === undefined ? this.#column + 1 : this.#columnOf(attributes['r']);
    if (this.#column >= MAX_COLUMNS) throw this.#damaged('column number');
    this.columns = Math.max(this.columns, this.#column + 1);
    this.#attributes = attributes;
    this.#inCell = true;
    this.#value = '';
    this.#formulaAttributes = undefined;
    this.places.add(this.#column, start);
  }

  #columnOf(reference: string): number {
    let letters = 0;
    while (letters < 4 && reference.charCodeAt(letters) > 57) letters++;
    const column = columnNumber(reference.slice(0, letters));
    if (column < 0) throw this.#damaged('cell reference');
    return column;
  }

  #openInCell({ name, attributes }: OpenTag): void {
    if (this.#reading === 'inline') this.#rich.open(name);
    else if (name === this.#names.value) this.#reading = 'value';
    else if (name === this.#names.inline) this.#reading = 'inline';
    else if (name === this.#names.formula) {
      this.#reading = 'formula';
      this.#formula = '';
      this.#formulaAttributes = attributes;
    }
  }

  #closeInCell(name: string, end: number): void {
    if (this.#reading === 'inline' && name !== this.#names.inline) this.#rich.close(name);
    else if (name === this.#names.cell) this.#closeCell(end);
    else {
      if (this.#reading === 'inline') this.#value = this.#rich.take();
      this.#reading = undefined;
    }
  }

  #closeCell(end: number): void {
    this.places.finish(end);
    this.#inCell = false;
    const type = this.#attributes['t'];
    const { value, type: kind } =
      type === 'inlineStr'
        ? { value: this.#value, type: 'string' as const }
        : readValue(type, this.#value, this.context);
    const cell: MutableCell = { value, type: kind, style: this.#style() };
    if (this.#formulaAttributes) this.#readFormula(cell, this.#formulaAttributes);
    // A cell that stands twice holds what either says: a blank takes nothing away.
    const before = this.#rowCells.get(this.#column);
    if (kind !== 'blank' || !before || cell.formula !== undefined) this.#rowCells.set(this.#column, cell);
  }

  #style(): number {
    const style = Number(this.#attributes['s'] ?? 0);
    return Number.isInteger(style) && style >= 0 && style < this.context.styles ? style : 0;
  }

  #readFormula(model: MutableCell, attributes: XmlAttributes): void {
    const place = { row: this.#lastRow, column: this.#column, cell: this.places.length - 1, model };
    this.context.formulas.read(attributes, this.#formula, place);
    if (model.arrayRange !== undefined && this.#attributes['cm'] !== undefined) model.dynamic = true;
  }

  #damaged(reason: string): PackageError {
    return new PackageError('damaged', { part: this.context.part, reason });
  }
}
