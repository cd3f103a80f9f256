import { FOUND } from './findings';
import type { Language } from './language';
import { ABOUT } from './pane/about';
import { ASSUMPTION_WORDS } from './pane/assumptions';
import type { Entry } from './pane/entry';
import { FRAME } from './pane/frame';
import { GRADING } from './pane/grading';
import { INTAKE } from './pane/intake';
import { LEDGER } from './pane/ledger';
import { LISTS } from './pane/lists';
import { BRIEF } from './pane/brief';
import { CONCLUDED } from './pane/concluded';
import { PARCELS } from './pane/parcels';
import { PLAIN_COPY } from './pane/plainCopy';
import { POLICY } from './pane/policy';
import { RECONCILE } from './pane/reconcile';
import { SCENARIO } from './pane/scenario';
import { SHARE } from './pane/share';
import { SIMULATION } from './pane/simulation';
import { TARGETS } from './pane/targets';
import { VERDICT } from './pane/verdict';
import { WRITE } from './pane/write';
import { YEARS } from './pane/years';
import { reasonOf } from './workbookReasons';

const PANE = {
  ...FRAME,
  ...ABOUT,
  ...LEDGER,
  ...INTAKE,
  ...FOUND,
  ...LISTS,
  ...RECONCILE,
  ...VERDICT,
  ...WRITE,
  ...SIMULATION,
  ...SCENARIO,
  ...ASSUMPTION_WORDS,
  ...TARGETS,
  ...POLICY,
  ...SHARE,
  ...PLAIN_COPY,
  ...CONCLUDED,
  ...PARCELS,
  ...GRADING,
  ...BRIEF,
  ...YEARS,
} as const satisfies Record<string, Entry>;

/** The code of a message of the pane. */
export type PaneCode = keyof typeof PANE;

/** The values that stand in a message. Numbers arrive already formatted with their units, or as plain whole numbers. */
export type PaneValues = Readonly<Record<string, string | number>>;

/** Gives the words for a code in one language. */
export type PaneText = (code: PaneCode, values?: PaneValues) => string;

/** Words in the place of others, where the pane is not beside Excel. */
export type OtherWords = Readonly<Partial<Record<PaneCode, Entry>>>;

/** The pane's words in a language. Where they say {reason}, the value is Excel's code for what went wrong. */
export function paneText(language: Language, instead: OtherWords = {}): PaneText {
  const side = language === 'en' ? 1 : 0;
  return (code, values = {}) =>
    (instead[code] ?? PANE[code])[side].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (name === 'reason') return reasonOf(String(value), language);
      return typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');
    });
}
