import type { NameTarget, WorkbookPort, WriteOutcome, WritePlan, WriteReceipt } from '../../workbook/port';
import { PortError } from '../../workbook/portError';

/** One change of the workbook: carried out, or asked for and never answered. */
export interface Act {
  readonly kind: 'wrote' | 'tookBack' | 'left' | 'name' | 'choice' | 'record';
  /** Sheets, cells, or a name, as people call them. */
  readonly of: string;
  readonly isSure: boolean;
}

/** What has been changed in the workbook through a port since it was opened. */
export interface Journal {
  /** How many changes there are, to ask later for those since. */
  readonly length: () => number;
  /** The changes since then that still stand. */
  readonly since: (length: number) => readonly Act[];
}

interface Noted {
  act: Act | undefined;
  /** The one that this one took back. */
  takesBack?: number;
  /** Of a name: the formula that it stood for until then. */
  before?: string | undefined;
}

/** With these Excel says that it has not begun; of a call that failed in any other way nobody knows. */
const REFUSED: ReadonlySet<string> = new Set(['AccessDenied', 'InvalidOperationInCellEditMode', 'ApiNotFound']);

/** The port, noting every change asked of it, whether or not it is answered. */
export function watched(port: WorkbookPort): { readonly port: WorkbookPort; readonly journal: Journal } {
  const acts: Noted[] = [];
  const writes = new Map<WriteReceipt, number>();
  const begun = (kind: Act['kind'], of: string): Noted => {
    const noted: Noted = { act: { kind, of, isSure: false } };
    acts.push(noted);
    return noted;
  };
  const tried = async <T>(noted: Noted, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof PortError && REFUSED.has(error.code)) noted.act = undefined;
      throw error;
    }
  };
  const noting = async <T>(kind: Act['kind'], of: string, work: () => Promise<T>): Promise<T> => {
    const noted = begun(kind, of);
    const answer = await tried(noted, work);
    noted.act = { kind, of, isSure: true };
    return answer;
  };
  return {
    journal: { length: () => acts.length, since: (length) => standing(acts, length) },
    port: {
      ...port,
      write: async (plan) => {
        const noted = begun('wrote', plan.title);
        const outcome = await port.write(plan);
        noted.act = written(plan, outcome);
        if (outcome.kind === 'done') writes.set(outcome.receipt, acts.indexOf(noted));
        return outcome;
      },
      undo: async (receipt) => {
        const wrote = writes.get(receipt);
        const of = (wrote === undefined ? undefined : acts[wrote]?.act?.of) ?? receipt.title;
        const noted = begun('tookBack', of);
        const outcome = await port.undo(receipt);
        // Refused before anything was touched; a failure may have come half way.
        if (outcome.kind === 'edited') noted.act = undefined;
        if (outcome.kind === 'done') noted.act = { kind: 'tookBack', of, isSure: true };
        if (outcome.kind === 'done' && wrote !== undefined) noted.takesBack = wrote;
        return outcome;
      },
      setName: async (name, target) => {
        const noted = begun('name', name);
        const before = await tried(noted, () => port.setName(name, target));
        const takesBack = isFormula(target) ? lastSet(acts, name, target?.formula) : -1;
        Object.assign(noted, { act: { kind: 'name', of: name, isSure: true }, before });
        if (takesBack >= 0) noted.takesBack = takesBack;
        return before;
      },
      // In a workbook that nobody may change a choice lasts as long as the pane, as was told when it was opened.
      saveSetting: (key, value) =>
        port.limit === 'readOnly' ? Promise.resolve() : noting('choice', key, () => port.saveSetting(key, value)),
      putCustomXml: (namespace, xml) => noting('record', namespace, () => port.putCustomXml(namespace, xml)),
    },
  };
}

/** To nothing, or to a formula, a name is set only when that is put back. */
function isFormula(target: NameTarget | undefined): target is { readonly formula: string } | undefined {
  return target === undefined || 'formula' in target;
}

/** Where a name was last set while it stood for a formula. */
function lastSet(acts: readonly Noted[], name: string, formula: string | undefined): number {
  return acts.findLastIndex(
    ({ act, before }) => act?.kind === 'name' && act.of === name && act.isSure && before === formula,
  );
}

/** A write that was taken back since is as if neither had been; one from before stays told as taken back. */
function standing(acts: readonly Noted[], length: number): Act[] {
  const gone = new Set(acts.slice(length).flatMap(({ takesBack }) => takesBack ?? []));
  return acts.flatMap(({ act, takesBack }, at) => {
    const isUndone = gone.has(at) || (takesBack !== undefined && takesBack >= length);
    return act === undefined || at < length || isUndone ? [] : [act];
  });
}

/** What stands after a write; undefined where nothing does. */
function written({ title }: WritePlan, outcome: WriteOutcome): Act | undefined {
  if (outcome.kind === 'done') {
    const of = outcome.sheets.map(({ name }) => `“${name}”`).join('、');
    return { kind: 'wrote', of, isSure: true };
  }
  if (outcome.kind !== 'failed' || outcome.leftBehind === undefined) return undefined;
  return { kind: 'left', of: `${title}（${outcome.leftBehind}）`, isSure: outcome.unseen !== true };
}
