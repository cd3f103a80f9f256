import { FOUND } from './findings';
import type { Language } from './language';
import type { Entry } from './pane/entry';
import { FRAME } from './pane/frame';
import { GRADING } from './pane/grading';
import { INTAKE } from './pane/intake';
import { LEDGER } from './pane/ledger';
import { CONCLUDED } from './pane/concluded';
import type { LaterWords } from './pane/later/index';
import { NAMED } from './pane/named';
import { POLICY_NAMED } from './pane/policy';
import { RECONCILE } from './pane/reconcile';
import { VERDICT } from './pane/verdict';
import { WRITE } from './pane/write';
import { reasonOf } from './workbookReasons';

const FIRST = {
  ...FRAME,
  ...LEDGER,
  ...INTAKE,
  ...FOUND,
  ...RECONCILE,
  ...VERDICT,
  ...WRITE,
  ...NAMED,
  ...POLICY_NAMED,
  ...CONCLUDED,
  ...GRADING,
} as const satisfies Record<string, Entry>;

/** The code of a message of the pane. */
export type PaneCode = keyof typeof FIRST | keyof LaterWords;

const words: Partial<Record<PaneCode, Entry>> = { ...FIRST };

/** Takes in the words of the screens behind 台账 and 判定; the part of the program that names them brings them (laterWords.ts). */
export function addPaneWords(later: LaterWords): void {
  Object.assign(words, later);
}

/** The values that stand in a message. Numbers arrive already formatted with their units, or as plain whole numbers. */
export type PaneValues = Readonly<Record<string, string | number>>;

/** Gives the words for a code in one language. */
export type PaneText = (code: PaneCode, values?: PaneValues) => string;

/** Words in the place of others, where the pane is not beside Excel. */
export type OtherWords = Readonly<Partial<Record<PaneCode, Entry>>>;

const NOTHING: Entry = ['', ''];

/** The pane's words in a language. Where they say {reason}, the value is Excel's code for what went wrong. */
export function paneText(language: Language, instead: OtherWords = {}): PaneText {
  const side = language === 'en' ? 1 : 0;
  return (code, values = {}) =>
    (instead[code] ?? words[code] ?? NOTHING)[side].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (name === 'reason') return reasonOf(String(value), language);
      return typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');
    });
}
