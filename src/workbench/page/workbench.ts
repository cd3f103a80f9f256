import { areaOfRange } from '../book/area';
import { Book } from '../book/book';
import { growTables } from '../book/growTables';
import { FileSession } from '../file/fileSession';
import { registerHelp } from '../functions/help';
import type { FunctionMetadata } from '../functions/metadata';
import { RemoteFunctions } from '../functions/remoteFunctions';
import { guardCommands, type WritingCommand } from '../grid/blockedCommands';
import { createGrid } from '../grid/createGrid';
import { SHIFT_BLOCKED } from '../host/excel/guard';
import { Hardship, type HardshipOptions } from '../host/hardship';
import { PaneHost } from '../host/paneHost';
import { Activity } from './activity';
import { showFunctionMessages } from './functionMessages';
import { PAGE_TEXTS } from './texts';

/** What the page gives the workbench and hears from it. */
export interface WorkbenchOptions {
  readonly frame: HTMLIFrameElement;
  readonly metadata: readonly FunctionMetadata[];
  readonly hardship: HardshipOptions;
  readonly growsTables: boolean;
  readonly say: (message: string) => void;
  readonly changed: () => void;
  /** Another workbook is open. */
  readonly opened: () => void;
  /** An add-in asks to open another workbook. */
  readonly openWorkbook: (base64: string) => void;
}

/** Grid, file and host around one workbook. */
export class Workbench {
  readonly book: Book;
  readonly session: FileSession;
  readonly functions: RemoteFunctions;
  readonly activity: Activity;
  readonly host: PaneHost;
  private started = false;

  constructor(private readonly options: WorkbenchOptions) {
    this.book = new Book(createGrid('grid'));
    const functionNames = options.metadata.map(({ name }) => name);
    this.session = new FileSession(this.book, { functionNames, changed: options.changed });
    this.host = new PaneHost({
      book: this.book,
      documents: this.session.documents,
      frame: options.frame,
      fileName: () => this.session.name,
      openWorkbook: options.openWorkbook,
      hardship: new Hardship(options.hardship),
    });
    this.functions = new RemoteFunctions(this.book, this.host.invoke);
    this.activity = new Activity(this.book, this.functions, this.host);
    this.functions.register(options.metadata);
    const { tables, changes } = this.book;
    if (options.growsTables) changes.listen({ edited: ({ sheetId, area }) => growTables(tables, sheetId, area) });
    guardCommands(this.book.context.injector, {
      shifting: () => options.say(SHIFT_BLOCKED),
      mayWrite: (command) => this.mayWrite(command),
    });
  }

  /** The host has guards of its own, and may write where it was not stopped. */
  private mayWrite({ contents, range }: WritingCommand): boolean {
    const { context, sheets, selection, locks } = this.book;
    const { sheetId, areas } = selection.areas();
    if (context.byHost || !sheets.protected(sheetId)) return true;
    const cells = range ? [areaOfRange(range)] : areas;
    if (contents && cells.every((area) => locks.mayWrite(sheetId, area))) return true;
    this.options.say(PAGE_TEXTS.sheetProtected);
    return false;
  }

  /** Opens a file in the grid; throws PackageError, and then everything is as it was. */
  show(bytes: Uint8Array, name: string): void {
    this.session.open(bytes, name);
    this.host.cancelCalls();
    this.functions.abandon();
    this.options.opened();
    if (this.started) return;
    this.started = true;
    registerHelp(this.book.context.injector, this.options.metadata);
    showFunctionMessages(this.book, this.functions);
  }
}
