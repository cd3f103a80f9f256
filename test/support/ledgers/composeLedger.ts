import type { Truth } from '../intake/truth';
import { drawFrom, type Draw } from './draw';
import { layOut, truthOf } from './layouts';
import { plainDraft } from './plainDraft';
import type { Quirk } from './quirk';
import { QUIRKS } from './quirks/index';
import { workbookFile } from './workbookFile';

/** A made-up workbook with what is right of it. */
export interface ComposedLedger {
  readonly seed: number;
  readonly quirks: readonly Quirk[];
  readonly file: Uint8Array;
  readonly truth: Truth;
}

/** Fewest and most quirks of a ledger. */
const FEW_AND_MANY = [3, 6] as const;

/** A workbook of a seed; of the quirk named it has at least that one, and `only` gives exactly these. */
export function composeLedger(
  seed: number,
  { quirk, only }: { readonly quirk?: string; readonly only?: readonly string[] } = {},
): ComposedLedger {
  const draft = plainDraft(drawFrom(seed));
  const first = QUIRKS.filter(({ name }) => name === quirk);
  // By draws of its own: a ledger of these quirks stays the same when others are added to the list.
  const quirks = only ? QUIRKS.filter(({ name }) => only.includes(name)) : chosen(drawFrom(~seed), first);
  // In the order of the list: words and columns before lines, lines before cells, sheets last.
  for (const { apply } of QUIRKS.filter((one) => quirks.includes(one))) apply(draft);
  const sheets = layOut(draft);
  const { mustAsk, mayAsk, tells } = draft;
  return {
    ...{ seed, quirks, file: workbookFile(sheets) },
    truth: {
      policy: 'shengzhou-2021',
      rows: truthOf(sheets),
      ...{ mustAsk: [...mustAsk], mayAsk: [...mayAsk], tells: [...tells] },
    },
  };
}

/** So many of a ledger's quirks are any, whatever their weights: those that need many places would come too late. */
const ANY = 2;

/** Quirks, the first ones any, the others by their weights, none of which takes a place that another has. */
function chosen(draw: Draw, first: readonly Quirk[]): Quirk[] {
  const quirks = [...first];
  const wanted = draw.whole(...FEW_AND_MANY);
  for (let tries = 0; quirks.length < wanted && tries < 60; tries++) {
    const next = quirks.length < ANY ? draw.one(QUIRKS) : weighted(draw);
    const taken = quirks.flatMap(({ takes }) => takes);
    if (!quirks.includes(next) && !next.takes.some((place) => taken.includes(place))) quirks.push(next);
  }
  return quirks;
}

function weighted(draw: Draw): Quirk {
  let left = draw.between(
    0,
    QUIRKS.reduce((sum, { weight }) => sum + weight, 0),
  );
  return QUIRKS.find(({ weight }) => (left -= weight) < 0) ?? (QUIRKS[0] as Quirk);
}
