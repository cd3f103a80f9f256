import { IUniverInstanceService, UniverInstanceType, type IWorkbookData, type Univer } from '@univerjs/core';
import { BookContext } from './bookContext';
import { Calculation } from './calculation';
import { CellReader } from './cellReader';
import { Changes } from './changes';
import { Extras } from './extras';
import { Layout } from './layout';
import { Locks } from './locks';
import { Names } from './names';
import { GridSelection } from './selection';
import { shareFormulas } from './shareFormulas';
import { Sheets, type SheetMarks } from './sheets';
import { Spills } from './spills';
import { StagedWriter } from './stagedWriter';
import { Tables } from './tables';

/** The one workbook: the grid's own model, read and written directly. Nothing here knows about Office. */
export class Book {
  readonly context: BookContext;
  readonly spills: Spills;
  readonly reader: CellReader;
  readonly writer: StagedWriter;
  readonly sheets: Sheets;
  readonly layout: Layout;
  readonly names: Names;
  readonly tables: Tables;
  readonly selection: GridSelection;
  readonly changes: Changes;
  readonly extras: Extras;
  readonly locks: Locks;
  readonly calculation: Calculation;
  private opened = false;

  constructor(private readonly univer: Univer) {
    this.context = new BookContext(univer.__getInjector());
    this.spills = new Spills(this.context);
    this.reader = new CellReader(this.context, this.spills);
    this.writer = new StagedWriter(this.context, this.reader);
    this.sheets = new Sheets(this.context);
    this.layout = new Layout(this.context);
    this.names = new Names(this.context);
    this.tables = new Tables(this.context, this.reader);
    this.selection = new GridSelection(this.context, this.sheets);
    this.changes = new Changes(this.context);
    this.extras = new Extras(this.changes);
    this.locks = new Locks(this.reader, this.writer, this.sheets);
    this.calculation = new Calculation(this.context, this.changes);
  }

  /** Puts a workbook in place of the one that is open. */
  open(data: Partial<IWorkbookData>, marks: SheetMarks): void {
    for (const sheet of Object.values(data.sheets ?? {})) shareFormulas(sheet.cellData ?? {});
    if (this.opened) this.context.injector.get(IUniverInstanceService).disposeUnit(this.context.unitId);
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    this.opened = true;
    this.tables.reset();
    this.extras.reset();
    this.sheets.reset(marks);
    this.changes.reset();
  }
}
