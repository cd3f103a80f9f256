import { numbersOf, textAt } from '../column/verbs';
import { groupRows, entityKeys, payerOf, type Firms } from '../entity/group';
import { keysOf } from '../entity/keys';
import { sumByOwner } from '../entity/onceOrSum';
import { EVERY_ROW_ITSELF } from '../entity/rules';
import { checkCreditCode } from '../ledger/creditCode';
import type { Ledger } from '../ledger/readLedger';
import { rowsOfKind } from '../ledger/rowKind';
import { firmNameOf, likeName } from '../ledger/rows/firmNames';

/** The fields of a ledger that are read to learn from it. */
export const YEAR_FIELDS: readonly string[] = [
  ...['enterprise', 'creditCode', 'parcelId', 'township', 'aboveScale', 'enterpriseStatus'],
  ...['landArea', 'taxPaid', 'valueAdded', 'plotRatio', 'floorArea', 'plannedPlotRatio'],
  ...['approvedOn', 'actualStart', 'actualFinish', 'deadline', 'closedOutOn', 'landPrice', 'disposalCost'],
];

/** An enterprise in one year's ledger: what it is known by, and what its rows come to; 亩, 万元, NaN where not known. */
export interface Firm {
  readonly rows: readonly number[];
  /** Whole codes; `broken` are those with a wrong check digit, or cut short. */
  readonly codes: readonly string[];
  readonly broken: readonly string[];
  readonly names: readonly string[];
  readonly parcels: readonly string[];
  readonly area: number;
  readonly tax: number;
  readonly valueAdded: number;
}

/** Rows of one code are one enterprise, and so are those of one name, in any spelling, under no two whole codes. */
export function firmsOf(ledger: Ledger): Firm[] {
  const names = namesOf(ledger);
  const codes = codesOf(ledger);
  const keys = entityKeys(ledger, byName(ledger, names, codes));
  const rules = { ...EVERY_ROW_ITSELF, dropRepeats: true, mergeEnterprises: true };
  const added = numbersOf(ledger, 'valueAdded');
  const { groups, follows } = groupRows(ledger, rules, keys);
  const payer = payerOf(keys);
  const also = new Map<number, number[]>();
  for (const [row, lead] of follows) {
    const others = also.get(lead);
    if (others) others.push(row);
    else also.set(lead, [row]);
  }
  return groups.map(({ lead, rows, area, tax }) => {
    const others = also.get(lead);
    const all = others ? [...new Set([...rows, ...others])] : rows;
    return {
      rows: all,
      area,
      tax,
      valueAdded: rows.length === 1 ? (added[lead] ?? NaN) : sumByOwner(rows, added, payer).value,
      codes: different(all, (row) => codes.sound[row]),
      broken: different(all, (row) => codes.broken[row]),
      names: different(all, (row) => names[row]),
      parcels: different(all, keys.parcel),
    };
  });
}

function different(rows: readonly number[], textOf: (row: number) => string | undefined): string[] {
  const [only = 0] = rows;
  if (rows.length === 1) return [textOf(only)].filter((text) => text !== undefined);
  return [...new Set(rows.flatMap((row) => textOf(row) ?? []))];
}

/** A name that ends like this is no part's of an enterprise: nothing has to be looked for behind it. */
const WHOLE_NAME = /[^分]公司$/;

/** The name of a row's enterprise, in one spelling. */
function namesOf(ledger: Ledger): (string | undefined)[] {
  const plain = new Map<string, string>();
  return Array.from({ length: ledger.rows }, (_, row) => {
    const text = textAt(ledger, 'enterprise', row);
    if (text === undefined) return undefined;
    const known = plain.get(text) ?? (WHOLE_NAME.test(text) ? likeName(text) : firmNameOf(text));
    plain.set(text, known);
    return known === '' ? undefined : known;
  });
}

interface Codes {
  readonly sound: readonly (string | undefined)[];
  readonly broken: readonly (string | undefined)[];
}

/**
 * Codes that may be what they say, and those that cannot. Where hardly any code of a ledger has right check digits they are another
 * kind of number, and all of them count as they stand.
 */
function codesOf(ledger: Ledger): Codes {
  const keyOf = keysOf(ledger, 'creditCode');
  const texts = Array.from({ length: ledger.rows }, (_, row) => textAt(ledger, 'creditCode', row));
  const kinds = texts.map((text) => (text === undefined ? 'blank' : kindOf(text)));
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  const areCredit = count('sound') >= count('broken');
  const isSound = (row: number) => keyOf(row) !== undefined && (!areCredit || kinds[row] === 'sound');
  const plain = (row: number) => texts[row]?.trim().toUpperCase();
  return {
    sound: texts.map((_, row) => (isSound(row) ? keyOf(row) : undefined)),
    broken: texts.map((_, row) => (kinds[row] === 'blank' || isSound(row) ? undefined : plain(row))),
  };
}

function kindOf(text: string): 'sound' | 'broken' | 'blank' {
  const code = checkCreditCode(text);
  if (code.kind === 'blank') return 'blank';
  const isWhole = code.kind === 'valid' || code.kind === 'taxNumber';
  return isWhole || (code.kind === 'organisationCode' && code.expected === undefined) ? 'sound' : 'broken';
}

/** Rows of one name that no two whole codes tell apart. */
function byName(ledger: Ledger, names: readonly (string | undefined)[], { sound }: Codes): Firms {
  const groups = new Map<string, number[]>();
  for (const row of rowsOfKind(ledger.kinds, 'data')) {
    const name = names[row];
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const leads = new Map<number, number>();
  for (const rows of groups.values()) {
    const [lead = 0] = rows;
    if (rows.length > 1 && different(rows, (row) => sound[row]).length <= 1)
      for (const row of rows) leads.set(row, lead);
  }
  return { leads, spare: new Set(), landOnce: false };
}
