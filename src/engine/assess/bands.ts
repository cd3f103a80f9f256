import { wordAt } from '../column/column';
import { ALL_OTHERS } from '../ledger/askedField';
import type { Ledger } from '../ledger/readLedger';
import type { BandGroup, PackBands } from '../policy/pack';
import type { RuleReading } from '../rule/truth';

/** The lines of each row's group as readings, 万元/亩; a row without a known group has none. */
export interface BandLines {
  readonly floor: RuleReading;
  readonly ceiling: RuleReading;
  readonly group: readonly (BandGroup | undefined)[];
}

/** Gives every row the lines of the group that its cluster belongs to, by the group's name or a member's. */
export function bandLines(
  bands: PackBands,
  ledger: Ledger,
  {
    field,
    bit,
    values,
    place,
    wordOf,
  }: {
    readonly field: string;
    readonly bit: number;
    readonly values: ReadonlyMap<string, number>;
    readonly place: string;
    /** The policy's own word for a row, where it has words for the column. */
    readonly wordOf: (row: number) => string | undefined;
  },
): BandLines {
  const column = ledger.columns.get(field);
  const known = new Map<string, BandGroup | undefined>();
  const groupOf = (word: string | undefined): BandGroup | undefined => {
    if (word === undefined || word === '') return undefined;
    if (!known.has(word)) known.set(word, groupNamed(bands, word, place));
    return known.get(word);
  };
  const group = Array.from({ length: ledger.rows }, (_, row) => {
    const written = column?.kind === 'word' ? wordAt(column, row) : undefined;
    return groupOf(wordOf(row)) ?? groupOf(written);
  });
  const lineOf = (pick: (group: BandGroup) => string): RuleReading => {
    const line = Float64Array.from(group, (own) => (own ? (values.get(pick(own)) ?? NaN) : NaN));
    return { values: line, missing: Uint32Array.from(line, (value) => (Number.isNaN(value) ? bit : 0)) };
  };
  return { floor: lineOf((own) => own.floor), ceiling: lineOf((own) => own.ceiling), group };
}

/** Ways to say a name, each looser than the one before; `place` is the policy's own, which its names may leave out. */
const LOOSENINGS: readonly ((name: string, place: string) => string)[] = [
  (name) => name,
  (name, place) => withoutPlace(name, place).replace(/(?:产业集聚区|集聚区)(?=$|[(])/, ''),
  (name) => name.replace(/[(][^)]*[)]/g, ''),
  // 长葛市 is 长葛, but 市区 is no name at all.
  (name) => name.replace(/(?<=..)[市县区]/g, ''),
];

/**
 * The group that a cluster belongs to by its own name or a member's: to the letter, else without the policy's place and the word
 * 产业集聚区, else without what stands in brackets, else without 市, 县 and 区. Undefined where it is none, or one of several.
 */
export function groupNamed(bands: PackBands, word: string, place: string): BandGroup | undefined {
  let wanted = plain(word);
  let groups = bands.groups.map((group) => ({ group, names: [group.name, ...group.members].map(plain) }));
  for (const loosen of LOOSENINGS) {
    wanted = loosen(wanted, place);
    groups = groups.map(({ group, names }) => ({ group, names: names.map((name) => loosen(name, place)) }));
    const found = wanted === '' ? [] : groups.filter(({ names }) => names.includes(wanted));
    if (found.length > 0) return found.length === 1 ? found[0]?.group : undefined;
  }
  return bands.groups.find(({ members }) => members.includes(ALL_OTHERS));
}

/** 许昌市高新技术 and 市高新技术 are 高新技术 in 许昌; another city's stays what it is. */
function withoutPlace(name: string, place: string): string {
  const isOwn = place !== '' && name.startsWith(place);
  const rest = isOwn ? name.slice(place.length).replace(/^[市县区]/, '') : name.replace(/^市(?=..)/, '');
  return rest === '' ? name : rest;
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}
