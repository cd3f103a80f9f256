import type { UndoOutcome, WriteOutcome, WritePlan } from '../../../src/workbook/port';
import { PortError } from '../../../src/workbook/portError';
import { areaName } from '../../../src/sheet/address';
import type { MemoryPort } from '../../workbook/memoryPort';
import { printOf } from './bookState';

/** How calls of a port fail: one before it is carried out, one after, its answer lost, or one and all that come after it. */
export const FAILURES = ['before', 'lost', 'onwards'] as const;

/** Which call of a port fails. */
export interface Failure {
  at: number;
  how: (typeof FAILURES)[number];
  /** Calls so far. */
  calls: number;
}

/** What a host answers that could not, by the call. Writes and takings back have an outcome for it; all else rejects. */
function failed(name: string, leftBehind?: string): WriteOutcome | UndoOutcome {
  const failure = { kind: 'failed', code: 'GeneralException', message: 'failed' } as const;
  if (name === 'write') return leftBehind === undefined ? failure : { ...failure, leftBehind };
  if (name === 'undo') return failure;
  throw new PortError('GeneralException', 'failed');
}

/** The cells that a write left, by their sheets, as the port over Excel names them. */
function left({ blocks, sheet, more = [] }: WritePlan, outcome: WriteOutcome): string | undefined {
  if (outcome.kind !== 'done') return undefined;
  return [{ blocks, sheet }, ...more]
    .map((one, index) => {
      const name = `“${outcome.sheets[index]?.name ?? ''}”`;
      return 'newName' in one.sheet ? name : name + one.blocks.map(({ area }) => areaName(area)).join(',');
    })
    .join(',');
}

/** Listening and telling are no requests of a command. */
const NO_CALLS = ['onChanged', 'onSelectionChanged'];

/** The port of a host that fails at one call. */
export function failingPort(port: MemoryPort, failure: Failure): MemoryPort {
  const wrapped = Object.entries(port).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'function' || NO_CALLS.includes(name)) return [name, value];
    return [
      name,
      async (...given: unknown[]) => {
        failure.calls += 1;
        const { calls, at, how } = failure;
        const isDue = how === 'onwards' ? calls >= at : calls === at;
        if (isDue && how !== 'lost') return failed(name);
        const before = JSON.stringify([...printOf(port.book).sheets]);
        const answer = (await Reflect.apply(value, port, given)) as unknown;
        if (!isDue) return answer;
        const isAsBefore = JSON.stringify([...printOf(port.book).sheets]) === before;
        return failed(
          name,
          name === 'write' && !isAsBefore ? left(given[0] as WritePlan, answer as WriteOutcome) : undefined,
        );
      },
    ];
  });
  return Object.fromEntries(wrapped) as MemoryPort;
}
