import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type IExecutionOptions,
  type Injector,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';

/** Marks what the Office host itself wrote, so that events can tell it from a person's edits. */
export interface HostOptions extends IExecutionOptions {
  readonly fromOfficeHost?: true;
  /** Formulas written out and shared again: no edit at all. */
  readonly fromReshare?: true;
}

/** A sheet that was deleted is still asked for. */
export class NoSheetError extends Error {
  /** The code Office gives for it. */
  readonly code = 'ItemNotFound';

  constructor(sheetId: string) {
    super(`The requested resource doesn't exist. (worksheet ${sheetId})`);
    this.name = 'NoSheetError';
  }
}

const BY_HOST: HostOptions = { fromOfficeHost: true };

/** The one open workbook inside the grid, and the ways every part of the book reaches it. */
export class BookContext {
  readonly commands: ICommandService;
  readonly formulas: FormulaDataModel;
  /** Writes what is still staged; set by the writer. */
  flush: () => void = () => undefined;
  private hostDepth = 0;
  private readonly instances: IUniverInstanceService;

  constructor(readonly injector: Injector) {
    this.commands = injector.get(ICommandService);
    this.formulas = injector.get(FormulaDataModel);
    this.instances = injector.get(IUniverInstanceService);
  }

  get workbook(): Workbook {
    return this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) as Workbook;
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  /** The sheet of this id; throws NoSheetError where there is none. */
  sheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new NoSheetError(sheetId);
    return sheet;
  }

  /** Whether the running change comes from the Office host. */
  get byHost(): boolean {
    return this.hostDepth > 0;
  }

  /** Everything done inside counts as the host's: commands do not hand their options on to the mutations they run. */
  asHost<T>(work: () => T): T {
    this.hostDepth += 1;
    try {
      return work();
    } finally {
      this.hostDepth -= 1;
    }
  }

  /** Runs a grid command at once, as the host. */
  run(id: string, params: object, options: HostOptions = BY_HOST): boolean {
    return this.asHost(() => this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }, options));
  }
}
