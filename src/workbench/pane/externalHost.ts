import type { PaneHostDoor } from '../host/bridgeContract';

/** Calls of the older document API; the numbers are the client's. */
const EXECUTE = { openCopy: 77, readCopy: 80, closeCopy: 81 } as const;

/** Status numbers of the client. */
const STATUS = { success: 0, internalError: 5001, notImplemented: 5008 } as const;

type Respond = (response: unknown) => void;
type Handler = (event: number, payload: unknown) => void;

/** What office.js finds on `window.external`: calls and events that do not travel over the wire protocol. */
export class ExternalHost {
  private readonly handlers = new Map<number, Handler[]>();

  constructor(
    private readonly door: PaneHostDoor,
    private readonly context: object,
  ) {}

  members(): Readonly<Record<string, unknown>> {
    return {
      GetContext: () => this.context,
      Execute: (id: number, parameters: unknown, respond: Respond) => this.execute(id, toList(parameters), respond),
      RegisterEvent: (id: number, _target: string, handler: Handler, respond: Respond) => {
        this.handlers.set(id, [...(this.handlers.get(id) ?? []), handler]);
        respond(STATUS.success);
      },
      UnregisterEvent: (id: number, _target: string, respond: Respond) => {
        this.handlers.delete(id);
        respond(STATUS.success);
      },
    };
  }

  raise(event: number): void {
    for (const handler of this.handlers.get(event) ?? []) handler(event, '');
  }

  private execute(id: number, [first, offset, length]: readonly unknown[], respond: Respond): void {
    try {
      if (id === EXECUTE.openCopy) {
        this.openCopy(first, respond);
        return;
      }
      if (id === EXECUTE.readCopy) {
        this.readCopy([first, offset, length].map(Number), respond);
        return;
      }
      if (id !== EXECUTE.closeCopy) {
        respond(STATUS.notImplemented);
        return;
      }
      this.door.closeCopy(Number(first));
      respond(STATUS.success);
    } catch (error) {
      console.error(error);
      respond(STATUS.internalError);
    }
  }

  /** File type 5 is "compressed", the .xlsx itself; text and pdf are not made here. */
  private openCopy(fileType: unknown, respond: Respond): void {
    if (fileType !== 5) {
      respond(STATUS.notImplemented);
      return;
    }
    const { handle, size } = this.door.openCopy();
    respond(safeArray([STATUS.success, safeArray([handle, size])]));
  }

  private readCopy([handle = 0, offset = 0, length = 0]: readonly number[], respond: Respond): void {
    const bytes = this.door.readCopy(handle, { offset, length });
    if (bytes === null) {
      respond(STATUS.internalError);
      return;
    }
    respond(safeArray([STATUS.success, safeArray([safeArray([...bytes]), bytes.length])]));
  }
}

/** Arguments come as an array, or as an object with numbered keys. */
function toList(parameters: unknown): unknown[] {
  if (Array.isArray(parameters)) return parameters;
  return typeof parameters === 'object' && parameters !== null ? Object.values(parameters) : [];
}

/** An array as the native host gives it. */
function safeArray(items: readonly unknown[]): object {
  return { toArray: () => items, dimensions: () => 1 };
}
