import { wordAt } from '../column/column';
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
  }: { readonly field: string; readonly bit: number; readonly values: ReadonlyMap<string, number> },
): BandLines {
  const column = ledger.columns.get(field);
  const words = column?.kind === 'word' ? column.words : [];
  const groupOf = new Map(words.map((word) => [word, groupNamed(bands, word)]));
  const group = Array.from({ length: ledger.rows }, (_, row) => {
    const word = column?.kind === 'word' ? wordAt(column, row) : undefined;
    return word === undefined ? undefined : groupOf.get(word);
  });
  const lineOf = (pick: (group: BandGroup) => string): RuleReading => {
    const line = Float64Array.from(group, (own) => (own ? (values.get(pick(own)) ?? NaN) : NaN));
    return { values: line, missing: Uint32Array.from(line, (value) => (Number.isNaN(value) ? bit : 0)) };
  };
  return { floor: lineOf((own) => own.floor), ceiling: lineOf((own) => own.ceiling), group };
}

/** The group that a cluster belongs to by its own name or a member's, or undefined. */
export function groupNamed(bands: PackBands, word: string): BandGroup | undefined {
  const wanted = plain(word);
  return bands.groups.find((group) => [group.name, ...group.members].some((name) => plain(name) === wanted));
}

/** Names match with or without 市, 县, 区, 产业集聚区 and either kind of brackets (domain/paths.md, xuchang-2021). */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^许昌/, '')
    .replace(/产业集聚区|集聚区/g, '')
    .replace(/[(][^)]*[)]/g, '')
    .replace(/[市县区]/g, '');
}
