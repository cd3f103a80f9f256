import { ownEntry, type Registry } from './definition';
import { Handle } from './handle';
import { refuse } from './hostError';
import {
  ACTION,
  type WireAction,
  type WireError,
  type WireRequest,
  type WireResponse,
  type WireResult,
} from './messages';
import { Paths, type PathWorld } from './paths';
import { Reader } from './reader';
import { References } from './references';

/** Answers the batches of the unmodified office.js client: resolves object paths, runs actions in order, shapes the results. */
export class Processor {
  readonly references = new References();
  private readonly reader: Reader;

  constructor(
    registry: Registry,
    private readonly root: Handle,
    /** Told of every call made and every property set, by the object's type. */
    private readonly seen: PathWorld['seen'] = () => undefined,
  ) {
    this.reader = new Reader(registry);
  }

  /** Runs a batch; like Excel, what ran before a failing action stays done. */
  process(request: WireRequest): WireResponse {
    const world = { reader: this.reader, references: this.references, root: this.root, seen: this.seen };
    const paths = new Paths(world, request.ObjectPaths);
    const Results: WireResult[] = [];
    const TraceIds: number[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) TraceIds.push(action.Id);
        Results.push({ ActionId: action.Id, Value: this.run(paths, action) });
      } catch (error) {
        const location = action.Name ?? request.ObjectPaths[String(action.ObjectPathId)]?.Name ?? '';
        return { Error: wireError(error, { index, location }), Results, TraceIds };
      }
    }
    return { Results, TraceIds };
  }

  private run(paths: Paths, action: WireAction): unknown {
    switch (action.ActionType) {
      case ACTION.trace:
        return null;
      case ACTION.instantiate:
        return this.instantiate(paths.resolve(action.ObjectPathId));
      case ACTION.query:
      case ACTION.queryAsJson:
        return this.query(paths.resolve(action.ObjectPathId), action);
      case ACTION.method:
        return this.method(paths, action);
      case ACTION.set:
        this.set(paths.need(action.ObjectPathId), action.Name ?? '', paths.arguments(action.ArgumentInfo).raw(0));
        return null;
      case ACTION.update:
        this.update(paths.need(action.ObjectPathId), action);
        return null;
      default:
        return refuse('ApiNotFound', `action type ${action.ActionType} is not implemented by this host`);
    }
  }

  private instantiate(handle: Handle | null): unknown {
    return handle === null ? null : this.withReference(handle, this.reader.identity(handle));
  }

  private query(handle: Handle | null, action: WireAction): unknown {
    return handle === null ? null : this.withReference(handle, this.reader.read(handle, action.QueryInfo ?? {}));
  }

  private method(paths: Paths, action: WireAction): unknown {
    const handle = paths.resolve(action.ObjectPathId);
    if (handle === null) return null;
    if (action.Name === '_KeepReference') {
      this.references.keep(handle);
      return null;
    }
    const value = paths.call(handle, action.Name ?? '', paths.arguments(action.ArgumentInfo));
    return value instanceof Handle ? this.instantiate(value) : (value ?? null);
  }

  private update(handle: Handle, action: WireAction): void {
    for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
      this.set(handle, name.charAt(0).toUpperCase() + name.slice(1), value);
    }
  }

  private set(handle: Handle, name: string, value: unknown): void {
    const setter = ownEntry(this.reader.definition(handle.type).setters, name);
    if (setter === undefined) return refuse('ApiNotFound', `${handle.type}.${name} cannot be set in this host`);
    this.seen(handle.type, name);
    setter(handle.thing, value);
  }

  private withReference(handle: Handle, answer: Record<string, unknown>): Record<string, unknown> {
    const id = this.references.idOf(handle);
    return id === undefined ? answer : { ...answer, _ReferenceId: id };
  }
}

function wireError(error: unknown, at: { index: number; location: string }): WireError {
  const message = error instanceof Error ? error.message : String(error);
  return { Code: codeOf(error), Message: message, ActionIndex: at.index, HttpStatusCode: 400, Location: at.location };
}

/** Errors of the workbook that Office knows carry its code; anything else is a fault of this host. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'GeneralException';
}
