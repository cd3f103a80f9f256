import type { PackageModel } from '../../package/model';
import { openPackage, type OpenedPackage } from '../../package/openPackage';
import { savePackage } from '../../package/savePackage';
import type { Book } from '../book/book';
import type { GridName } from '../book/names';
import { DocumentParts } from '../../workbook/documentParts';
import { TouchedCells } from './touchedCells';
import { UnsavedKinds } from './unsavedKinds';
import { workbookChange } from './workbookChange';
import { workbookData } from './workbookData';

/** The file behind the workbook: opened, changed, saved. */
export class FileSession {
  readonly documents: DocumentParts;
  name = '';
  /** Whether anything changed since the file was opened or saved. */
  unsaved = false;
  /** What was changed that a saved file does not carry. */
  readonly notKept: UnsavedKinds;
  private readonly touched: TouchedCells;
  private opened: OpenedPackage | undefined;
  private names: ReadonlyMap<string, GridName> = new Map();
  private loading = false;

  constructor(
    private readonly book: Book,
    private readonly options: { readonly functionNames: readonly string[]; readonly changed: () => void },
  ) {
    this.touched = new TouchedCells(book);
    this.notKept = new UnsavedKinds(book);
    this.documents = new DocumentParts(() => this.touch());
    book.changes.listen({ touched: () => this.touch() });
  }

  /** Opens a file in place of the workbook that is open; throws PackageError, and then nothing has changed. */
  open(bytes: Uint8Array, name: string): void {
    const opened = openPackage(bytes, {}, this.options.functionNames);
    this.loading = true;
    try {
      this.show(opened.model, name);
    } finally {
      this.loading = false;
    }
    this.opened = opened;
    this.name = name;
    this.touched.clear();
    this.notKept.clear();
    this.settle();
  }

  /** The bytes of the file with everything that changed. */
  save(): Uint8Array {
    if (this.opened === undefined) throw new Error('no workbook is open');
    const { book, documents, touched, names } = this;
    const change = workbookChange({ book, documents, touched, names, model: this.opened.model });
    return savePackage(this.opened, change);
  }

  /** Says that what is in the grid is on disk. */
  settle(): void {
    this.unsaved = false;
    this.options.changed();
  }

  private touch(): void {
    if (this.loading || this.unsaved) return;
    this.unsaved = true;
    this.options.changed();
  }

  private show(model: PackageModel, name: string): void {
    const sheetIds = (matches: (sheet: PackageModel['sheets'][number]) => boolean): string[] =>
      model.sheets.filter(matches).map(({ id }) => id);
    this.book.open(workbookData(model, name), {
      protectedSheets: sheetIds((sheet) => sheet.protected),
      veryHidden: sheetIds((sheet) => sheet.state === 'veryHidden'),
    });
    this.names = this.loadNames(model);
    for (const table of model.tables) this.book.tables.put({ ...table, added: false });
    this.documents.load(model.customXml);
    const active = model.sheets[model.activeSheet];
    if (active !== undefined && active.cellless !== true) void this.book.sheets.activate(active.id);
  }

  /** Hidden names and print settings stay in the file; the grid does not show them. */
  private loadNames(model: PackageModel): ReadonlyMap<string, GridName> {
    for (const { name, formula, sheet, hidden } of model.names) {
      const sheetId = sheet === undefined ? undefined : model.sheets[sheet]?.id;
      if (hidden || name.startsWith('_xlnm.') || (sheet !== undefined && sheetId === undefined)) continue;
      const scope = sheetId === undefined ? {} : { sheetId };
      this.book.names.add({ name, formula: `=${formula}`, comment: '', visible: true, ...scope });
    }
    return new Map(this.book.names.all().map((name) => [name.id, name]));
  }
}
