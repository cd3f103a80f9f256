import type { Call, FunctionTable } from './call';
import { Failing, NoAnswer, numberOf, single, textOf } from './values';

const text = (call: Call, index: number): string => textOf(single(call.value(index)));

function count(call: Call, index: number): number {
  const own = call.given(index) ? Math.trunc(numberOf(single(call.value(index)))) : 1;
  if (own < 0) throw new Failing('#VALUE!');
  return own;
}

/** Where a text begins in another, counted from 1, with both written alike first. */
const found =
  (alike: (own: string) => string) =>
  (call: Call): number => {
    const from = Math.max(1, count(call, 2));
    const at = alike(text(call, 1)).indexOf(alike(text(call, 0)), from - 1);
    if (at < 0) throw new Failing('#VALUE!');
    return at + 1;
  };

/** Whatever the case; wild signs are left to a spreadsheet. */
function search(call: Call): number {
  if (/[*?~]/.test(text(call, 0))) throw new NoAnswer();
  return found((own) => own.toLowerCase())(call);
}

/** Functions of texts. */
export const TEXTS: FunctionTable = {
  TRIM: (call) =>
    text(call, 0)
      .replace(/^ +| +$/g, '')
      .replace(/ {2,}/g, ' '),
  LEN: (call) => text(call, 0).length,
  LEFT: (call) => text(call, 0).slice(0, count(call, 1)),
  RIGHT: (call) => {
    const own = text(call, 0);
    return own.slice(Math.max(0, own.length - count(call, 1)));
  },
  MID: (call) => {
    const from = count(call, 1);
    if (from < 1) throw new Failing('#VALUE!');
    return text(call, 0).slice(from - 1, from - 1 + count(call, 2));
  },
  EXACT: (call) => text(call, 0) === text(call, 1),
  SUBSTITUTE: (call) => {
    if (call.given(3)) throw new NoAnswer();
    const old = text(call, 1);
    return old === '' ? text(call, 0) : text(call, 0).split(old).join(text(call, 2));
  },
  UPPER: (call) => text(call, 0).toUpperCase(),
  FIND: found((own) => own),
  SEARCH: search,
};
