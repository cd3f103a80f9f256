import type { NameTarget, UndoOutcome, WorkbookPort, WriteOutcome, WritePlan, WriteReceipt } from '../port';

/** A change that was made through a port, as plain data: the same steps over the same file make the same workbook. */
export type JournalStep =
  | { readonly kind: 'write'; readonly plan: WritePlan }
  | { readonly kind: 'undo'; readonly receipt: WriteReceipt }
  | { readonly kind: 'name'; readonly name: string; readonly target: NameTarget | undefined }
  | { readonly kind: 'setting'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'xml'; readonly namespace: string; readonly xml: string | undefined };

/** A port that tells every change that was done. */
export function recorded<Port extends WorkbookPort>(port: Port, tell: (step: JournalStep) => void): Port {
  return {
    ...port,
    async write(plan): Promise<WriteOutcome> {
      const outcome = await port.write(plan);
      if (outcome.kind === 'done') tell({ kind: 'write', plan });
      return outcome;
    },
    async undo(receipt): Promise<UndoOutcome> {
      const outcome = await port.undo(receipt);
      if (outcome.kind === 'done') tell({ kind: 'undo', receipt });
      return outcome;
    },
    async setName(name, target) {
      const before = await port.setName(name, target);
      tell({ kind: 'name', name, target });
      return before;
    },
    async saveSetting(key, value) {
      await port.saveSetting(key, value);
      tell({ kind: 'setting', key, value });
    },
    async putCustomXml(namespace, xml) {
      await port.putCustomXml(namespace, xml);
      tell({ kind: 'xml', namespace, xml });
    },
  };
}

/** Makes the changes of a journal again, in their order. */
export async function replay(port: WorkbookPort, steps: readonly JournalStep[]): Promise<void> {
  for (const step of steps) await redo(port, step);
}

async function redo(port: WorkbookPort, step: JournalStep): Promise<unknown> {
  switch (step.kind) {
    case 'write':
      return port.write(step.plan);
    case 'undo':
      return port.undo(step.receipt);
    case 'name':
      return port.setName(step.name, step.target);
    case 'setting':
      return port.saveSetting(step.key, step.value);
    case 'xml':
      return port.putCustomXml(step.namespace, step.xml);
  }
}
