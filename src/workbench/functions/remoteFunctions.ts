import { CommandType, type IUnitRange } from '@univerjs/core';
import { IActiveDirtyManagerService, IFunctionService, type FunctionVariantType } from '@univerjs/engine-formula';
import type { Book } from '../book/book';
import { BUSY } from '../book/value';
import type { Answer, GridValue, Invoke } from './answer';
import { AnswerCache, type CachedCall } from './answerCache';
import { callArguments, errorValue, type Blank } from './callArguments';
import { dirtyRuns, placeKey, type UnitCell } from './dirtyRuns';
import type { FunctionMetadata } from './metadata';
import { RemoteFunction } from './remoteFunction';

const ARRIVED = 'workbench.mutation.function-answers-arrived';

/**
 * The add-in's functions inside the grid: the grid asks at once and gets #BUSY!, the pane answers in a batch later,
 * and the cells that waited are calculated again.
 */
export class RemoteFunctions {
  /** How blank argument cells are delivered. */
  blank: Blank = 0;
  private readonly cache = new AnswerCache();
  private readonly messages = new Map<string, string>();
  private readonly arrived = new Map<string, UnitCell>();
  private outbox: CachedCall[] = [];
  private outstanding = 0;
  private timer = 0;
  private calculating = false;

  constructor(
    private readonly book: Book,
    private readonly invoke: Invoke,
  ) {
    const { commands, injector } = book.context;
    commands.registerCommand({ id: ARRIVED, type: CommandType.MUTATION, handler: () => true });
    // A mutation of our own becomes dirty ranges that wait behind a running calculation.
    injector.get(IActiveDirtyManagerService).register(ARRIVED, {
      commandId: ARRIVED,
      getDirtyData: (command) => ({ dirtyRanges: (command.params as { ranges: IUnitRange[] }).ranges }),
    });
    book.changes.listen({
      calculating: () => this.started(),
      calculated: () => this.finished(),
      edited: () => this.cache.forgetBroken(),
    });
  }

  register(functions: readonly FunctionMetadata[]): void {
    const service = this.book.context.injector.get(IFunctionService);
    const known = functions.map(({ name }) => name).filter((name) => service.hasExecutor(name));
    service.unregisterExecutors(...known);
    service.registerExecutors(
      ...functions.map((metadata) => new RemoteFunction(metadata, (...call) => this.ask(...call))),
    );
  }

  /** The message of a cell's last error, for a person who points at it. */
  messageAt(cell: UnitCell): string | undefined {
    return this.messages.get(placeKey(cell));
  }

  /** Whether calls or answers are still on their way. */
  get pending(): boolean {
    return this.outstanding > 0 || this.outbox.length > 0 || this.arrived.size > 0;
  }

  /** Delivers blanks another way from now on; what was answered before is forgotten. */
  setBlank(blank: Blank): void {
    this.blank = blank;
    this.cache.clear();
  }

  /** Forgets the calls of a workbook that is no longer open; their answers must not come any more. */
  abandon(): void {
    this.cache.abandon();
    this.outbox = [];
    this.outstanding = 0;
    this.arrived.clear();
    this.messages.clear();
  }

  private ask(metadata: FunctionMetadata, variants: readonly FunctionVariantType[], cell: UnitCell): GridValue {
    const call = callArguments(metadata, variants, this.blank);
    if ('error' in call) return errorValue(call.error);
    const { entry, isNew } = this.cache.entry({
      name: metadata.name,
      args: call.args,
      address: null,
      allowErrors: metadata.allowErrorForDataTypeAny === true,
    });
    if (isNew) this.outbox.push(entry);
    const value = this.cache.value(entry);
    if (value === undefined) {
      this.cache.wait(entry, cell);
      return errorValue(BUSY);
    }
    this.note(cell, entry.answer);
    return value;
  }

  private note(cell: UnitCell, answer: Answer | undefined): void {
    const message = answer !== undefined && 'error' in answer ? answer.message : undefined;
    if (message === undefined) this.messages.delete(placeKey(cell));
    else this.messages.set(placeKey(cell), message);
  }

  private started(): void {
    this.calculating = true;
  }

  /** Calls leave, and answers enter, between calculations: an answer announced during one would restart it. */
  private finished(): void {
    this.calculating = false;
    if (this.outbox.length > 0) this.send();
    this.announceSoon();
  }

  private send(): void {
    const batch = this.outbox;
    this.outbox = [];
    this.outstanding += batch.length;
    this.invoke(
      batch.map(({ call }) => call),
      (index, answer) => this.answered(batch[index], answer),
    );
  }

  private answered(entry: CachedCall | undefined, answer: Answer): void {
    if (entry === undefined) return;
    this.outstanding -= 1;
    for (const cell of this.cache.settle(entry, answer)) this.arrived.set(placeKey(cell), cell);
    this.announceSoon();
  }

  private announceSoon(): void {
    if (this.timer !== 0 || this.calculating || this.arrived.size === 0) return;
    this.timer = window.setTimeout(() => this.announce(), 0);
  }

  private announce(): void {
    this.timer = 0;
    if (this.calculating) return;
    const unit = this.book.context.unitId;
    const ranges = dirtyRuns([...this.arrived.values()].filter((cell) => cell.unit === unit));
    this.arrived.clear();
    if (ranges.length > 0) void this.book.context.commands.executeCommand(ARRIVED, { ranges }, { onlyLocal: true });
  }
}
