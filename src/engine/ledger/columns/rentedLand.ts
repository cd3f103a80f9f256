import { LET_OUT } from '../words/kinds';
import type { Candidate } from './candidate';
import type { ColumnInfo } from './columnInfo';
import { addedUp } from './proofs';

/** What is rented is not in what is registered. */
export const RENTED_IN = /租入|承租|租用|租赁|租进|借用/;
/** Behind every figure that stands by itself, before those left aside. */
const SCORE = 2;

/** 登记 + 租入 − 出租: an owner's land with what he rents and without what he has let, where the ledger adds it up nowhere. */
export function withRented(own: readonly ColumnInfo[]): Candidate[] {
  const used = own.filter(({ profile, kind }) => profile.numbers > 0 && kind !== 'plan' && kind !== 'rate');
  const rented = used.filter(({ path, kind }) => kind === 'part' && RENTED_IN.test(path.at(-1)?.name ?? ''));
  const out = used.filter(({ path }) => LET_OUT.test(path.at(-1)?.name ?? ''));
  const [more, less] = [rented, out].map((columns) => (columns.length === 1 ? columns : [])) as [
    ColumnInfo[],
    ColumnInfo[],
  ];
  const held = used.filter(
    (info) => (info.kind === 'version' || info.kind === 'plain') && !more.includes(info) && !less.includes(info),
  );
  return held.flatMap((info) =>
    [
      [more, less],
      [more, []],
      [[], less],
    ].flatMap(([plus = [], minus = []], at, all) => {
      const isAgain = all
        .slice(0, at)
        .some(([p = [], m = []]) => p.length === plus.length && m.length === minus.length);
      return plus.length + minus.length === 0 || isAgain ? [] : [summed(info, plus, minus)];
    }),
  );
}

function summed(info: ColumnInfo, plus: readonly ColumnInfo[], minus: readonly ColumnInfo[]): Candidate {
  const parts = [info, ...plus, ...minus];
  const signs = parts.map((part) => (minus.includes(part) ? (-1 as const) : (1 as const)));
  return {
    columns: parts.map(({ column }, at) => ({ column, sign: signs[at] ?? 1 })),
    kind: 'sum',
    score: SCORE,
    values: addedUp(
      parts.map(({ profile }) => profile.values),
      signs,
    ),
    proofs: [],
    ...(info.unit ? { unit: info.unit } : {}),
  };
}
