import type { NameModel } from '../../package/model';
import type { OpenedPackage } from '../../package/openPackage';
import type { Area } from '../../sheet/area';
import { DocumentParts } from '../documentParts';
import type { Selection, WorkbookChange } from '../port';
import { PortError } from '../portError';
import { FileSheet } from './fileSheet';

const FIRST_CELL: Area = { row: 0, column: 0, rows: 1, columns: 1 };

/** A name of the workbook; the formula carries its "=". */
export type DefinedName = Pick<NameModel, 'name' | 'hidden'> & { readonly formula: string };

/** An opened file as a workbook: its sheets, what is selected, its names, settings and XML parts, and who listens. */
export class FileBook {
  readonly sheets: FileSheet[] = [];
  readonly parts = new DocumentParts();
  /** By the name in small letters. */
  readonly names: Map<string, DefinedName>;
  readonly selectionListeners = new Set<(selection: Selection) => void>();
  readonly changeListeners = new Set<(change: WorkbookChange) => void>();
  /** Told after every change of what is shown. */
  readonly viewers = new Set<() => void>();
  activeId = '';
  selected = FIRST_CELL;
  /** Counts the changes. */
  version = 0;
  #added = 0;

  constructor(readonly opened: OpenedPackage) {
    const { model } = opened;
    for (const sheet of model.sheets) if (sheet.cellless !== true) this.sheets.push(sheetOfFile(opened, sheet.id));
    const shown = model.sheets[model.activeSheet]?.id;
    this.activeId = (this.sheets.find(({ id }) => id === shown) ?? this.sheets[0])?.id ?? '';
    this.names = fileNames(opened);
    this.parts.load(model.customXml);
  }

  /** A sheet by its id; throws ItemNotFound. */
  sheet(id: string): FileSheet {
    const found = this.sheets.find((sheet) => sheet.id === id);
    if (found === undefined) throw new PortError('ItemNotFound', `no sheet ${id}`);
    return found;
  }

  /** The id of the next sheet that is added. */
  nextId(): string {
    return `new-${String(++this.#added)}`;
  }

  add(sheet: FileSheet): void {
    this.sheets.push(sheet);
    this.#tell({ sheetId: sheet.id, address: '' });
  }

  remove(id: string): void {
    this.sheets.splice(this.sheets.indexOf(this.sheet(id)), 1);
    if (this.activeId === id) this.#show(this.sheets[0]?.id ?? '', FIRST_CELL);
    this.#tell({ sheetId: id, address: '' });
  }

  /** Selects cells, going to their sheet; a person does it, or we point at something. */
  select(id: string, area: Area): void {
    const moved = this.sheet(id).id !== this.activeId;
    this.#show(id, area);
    if (moved) this.#tell({ sheetId: id, address: '' });
    this.seen();
    for (const listener of [...this.selectionListeners]) listener({ sheetId: id, area });
  }

  /** Somebody but us changed cells: the address is "A1:B2". */
  edited(sheetId: string, address: string): void {
    this.#tell({ sheetId, address });
  }

  /** What is shown has changed. */
  seen(): void {
    this.version++;
    for (const viewer of [...this.viewers]) viewer();
  }

  #show(id: string, area: Area): void {
    this.activeId = id;
    this.selected = area;
  }

  #tell(change: WorkbookChange): void {
    this.seen();
    for (const listener of [...this.changeListeners]) listener(change);
  }
}

/** The names of the whole workbook that the file holds. */
export function fileNames({ model }: OpenedPackage): Map<string, DefinedName> {
  const own = model.names.filter(({ sheet }) => sheet === undefined);
  return new Map(
    own.map(({ name, formula, hidden }) => [name.toLowerCase(), { name, formula: `=${formula}`, hidden }]),
  );
}

function sheetOfFile({ model }: OpenedPackage, id: string): FileSheet {
  const sheet = model.sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new PortError('ItemNotFound', `no sheet ${id}`);
  const tables = model.tables.filter(({ sheetId }) => sheetId === id).map(({ name, area }) => ({ name, area }));
  return new FileSheet({ id, name: sheet.name, model: sheet, styles: model.styles, tables });
}
