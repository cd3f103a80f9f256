import type { Steps } from '../../../steps/steps';
import { placeNaming, policyLists } from '../../policy/policyLists';
import { cellsAsHeld } from '../clean/cleanRefresh';
import { keepTyped, keysHeld, type HeldCells } from '../rerun/keepTyped';
import type { NewSheet } from '../../../sheet/sheet';
import { CARD_VIEWS, cardsSheet, type CardView } from './cards/cards';
import { COMPLIANCE_LISTS } from './official/complianceLists';
import { DATA_BASES } from './official/dataBases';
import { DISPOSAL_LISTS } from './official/disposalLists';
import { FIXED_FORMS } from './official/fixedForms';
import { FORM_LISTS } from './official/formLists';
import { GOVERNANCE_LISTS } from './official/governanceLists';
import { MEASURE_LISTS } from './official/measureLists';
import { PLAN_LISTS } from './official/planLists';
import { STOCK_LISTS } from './official/stockLists';
import type { ListForm } from './columnVerbs';
import type { ViewInput } from './listInput';
import { viewSheet } from './listSheet';

const LISTS: readonly ListForm[] = [
  ...[STOCK_LISTS, GOVERNANCE_LISTS, DISPOSAL_LISTS, PLAN_LISTS],
  ...[COMPLIANCE_LISTS, FORM_LISTS, FIXED_FORMS, DATA_BASES, MEASURE_LISTS],
].flat();

/** A list or card that can be made, and whether it is what this ledger and policy are about. */
export interface ViewOffer {
  readonly id: string;
  readonly name: string;
  readonly kind: 'list' | 'card';
  /** The name of its sheet; versions follow it. */
  readonly sheet: string;
  readonly fits: boolean;
}

/** Everything that can be made of a ledger, what fits first. A list that several documents name is offered in the chosen one's form. */
export function viewOffers(input: Pick<ViewInput, 'ledger' | 'policy'>): ViewOffer[] {
  const named = new Set(input.policy ? policyLists(input.policy.pack).map(({ list }) => list) : []);
  const ranked = [...LISTS, ...CARD_VIEWS].map((view) => {
    const offer = {
      id: view.id,
      name: nameOf(view),
      sheet: view.name,
      kind: 'card' in view ? ('card' as const) : ('list' as const),
    };
    return { ...offer, fits: named.has(view.id) && view.fits(input) };
  });
  return ranked.toSorted((a, b) => Number(b.fits) - Number(a.fits));
}

/** Forms of one name say whose columns they have: the place whose document names them first. */
function nameOf({ id, name }: ListForm | CardView): string {
  const isShared = LISTS.some((other) => other.name === name && other.id !== id);
  const place = isShared ? placeNaming(id) : '';
  return place === '' ? name : `${name}（${place}）`;
}

/** A list or card as a sheet. */
export interface MadeView {
  readonly model: NewSheet;
  readonly lines: number;
  /** Fields that the ledger lacks: their columns are blank. */
  readonly lacking: readonly string[];
  /** Cells that people had typed on the earlier sheet, carried over. */
  readonly kept: number;
  /** Lines of the earlier sheet that are no longer there, and had typed cells or not. */
  readonly gone: number;
}

/**
 * Makes the sheet of an id of `viewOffers`, with what people typed on an earlier one; throws on an unknown id. Cards are made anew
 * each time.
 */
export function* makeView(id: string, input: ViewInput, name: string, held?: HeldCells): Steps<MadeView> {
  const list = LISTS.find((view) => view.id === id);
  if (!list) return cardsOf(id, input, name);
  const { model, table, lines, lacking } = yield* viewSheet(list, input, name);
  if (!held) return { model, lines, lacking, kept: 0, gone: 0 };
  yield;
  const again = keepTyped(model, held, table);
  yield;
  const now = new Set(keysHeld(cellsAsHeld(model), table));
  const gone = keysHeld(held, table).filter((key) => !now.has(key)).length;
  return { model: again.model, lines, lacking, kept: again.kept, gone };
}

function cardsOf(id: string, input: ViewInput, name: string): MadeView {
  const card = CARD_VIEWS.find((view) => view.id === id);
  if (!card) throw new Error(`unknown list "${id}"`);
  return { model: cardsSheet(card, input, name), lines: input.rows.length, lacking: [], kept: 0, gone: 0 };
}
