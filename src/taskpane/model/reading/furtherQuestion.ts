import { fieldOf } from '../../../engine/ledger/index';
import type { OfferedAnswer, Question } from './question';
import type { BesideSaid, Source } from './source';

/** Which of the tables that have what the ledger lacks are read beside it. */
export function furtherQuestion({ further }: Source, wanted: ReadonlySet<string>): Question[] {
  const open = (further?.open ?? []).filter(({ fields }) => fields.some((id) => wanted.has(id)));
  const [first] = open;
  const [about] = first?.fields ?? [];
  if (!further || !first || about === undefined) return [];
  const rivals = open.filter(({ fields }) => fields.some((id) => first.fields.includes(id)));
  const saying = (more: readonly BesideSaid[]) => ({
    choices: new Map(),
    reading: { further: [...further.said, ...more] },
  });
  const answers = rivals.map(({ beside }): OfferedAnswer => {
    const { ids, name, to, sums } = beside;
    return { kind: 'beside', text: `${to}＋${name}${sums ? '＋' : ''}`, beside, ...saying([{ ids, sums }]) };
  });
  const nots = rivals.map(({ beside: { ids } }): BesideSaid => ({ ids, sums: false, not: true }));
  const header = first.fields.map((id) => fieldOf(id).label).join('、');
  const none: OfferedAnswer = { kind: 'none', text: '', ...saying(nots) };
  return [{ id: 'further', about, code: 'further', field: fieldOf(about), header, answers: [...answers, none] }];
}
