import type { Message } from '../../../src/taskpane/state/paneState';
import { paneText } from '../../../src/text/pane';
import type { BookPrint } from '../../../src/workbench/file/keepBook';

/** What differs between two prints of a workbook, by its kind and name. */
export function differences(
  before: BookPrint,
  after: BookPrint,
): { readonly kind: keyof BookPrint; readonly name: string }[] {
  return (['sheets', 'choices', 'records', 'names'] as const).flatMap((kind) => {
    const all = new Set([...before[kind].keys(), ...after[kind].keys()]);
    return [...all].filter((name) => before[kind].get(name) !== after[kind].get(name)).map((name) => ({ kind, name }));
  });
}

/** A message of the pane as a person reads it, '' where there is none. */
export function said(message: Message | undefined): string {
  return message ? paneText('zh-CN')(message.code, message.values) : '';
}

const SAYS_UNCHANGED = /工作簿没有改动|^没有写入/;
const KINDS = { choices: '记下所选的项', records: '存下记录', names: '名称' } as const;

/** What a message fails to say of the workbook, or says though it is not so. */
export function untold(message: Message | undefined, before: BookPrint, after: BookPrint): string[] {
  const sentence = said(message);
  const changed = differences(before, after);
  if (message === undefined) return ['nothing is said'];
  if (changed.length === 0) {
    const claims = message.intent === 'success' || String(message.values['done'] ?? '') !== '';
    return claims ? [`says it is done: ${sentence}`] : [];
  }
  if (SAYS_UNCHANGED.test(sentence)) return [`${changed.map(({ name }) => name).join()} changed: ${sentence}`];
  if (message.code !== 'doneInPart') return [];
  return changed.flatMap(({ kind, name }) => {
    const words = kind === 'sheets' ? [name, '没有清除', '可能已经做了'] : [KINDS[kind], name];
    return words.some((word) => sentence.includes(word)) ? [] : [`${kind} ${name} is not named: ${sentence}`];
  });
}
