import { cellText } from '../../ledger/cell';
import type { Basis, PackRule, PolicyPack } from '../pack';
import { conditionCells } from './conditionText';
import { conditionColumns, type ConditionColumn } from './conditionColumns';

/** The two tables of a policy, as the column 类别 names them. */
export const TABLES = { tiers: '档位', paths: '路径' } as const;
export type TableKind = keyof typeof TABLES;

/** The columns around the conditions. */
export const LINE_HEADERS = {
  kind: '类别',
  number: '序号',
  other: '其他条件',
  answer: '结论',
  place: '条款',
  quote: '原文',
  note: '说明',
} as const;

/** A rule as a line of the sheet 判定表: every cell as text, conditions by column. */
export interface TableLine {
  readonly kind: TableKind;
  /** From 1 within its table; it tells which built-in line an edited one was. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly other: string;
  readonly answer: string;
  readonly place: string;
  readonly quote: string;
  readonly note: string;
}

/** A pack's rules as lines, tiers before paths, with the columns of their conditions. */
export function tableLines(pack: PolicyPack): {
  readonly columns: readonly ConditionColumn[];
  readonly lines: readonly TableLine[];
} {
  const columns = conditionColumns(pack);
  const kinds: readonly TableKind[] = ['tiers', 'paths'];
  const lines = kinds.flatMap((kind) =>
    (pack[kind] ?? []).map((rule, index) => lineOf(rule, { kind, number: index + 1, columns })),
  );
  return { columns, lines };
}

function lineOf(
  rule: PackRule,
  { kind, number, columns }: { kind: TableKind; number: number; columns: readonly ConditionColumn[] },
): TableLine {
  return { kind, number, ...conditionCells(rule.condition, columns), answer: rule.answer, ...basisCells(rule.basis) };
}

/** A basis in three cells: where it is said, the words, and what is assumed or known at second hand. */
export function basisCells(basis: Basis): Pick<TableLine, 'place' | 'quote' | 'note'> {
  if (basis.kind === 'assumed') return { place: '', quote: '', note: `假设：${basis.assumption}` };
  if (basis.kind === 'reported') {
    return { place: '', quote: '', note: `转引，未见原文：${basis.source}（${basis.seen}），${basis.note}` };
  }
  const { place, quote, document } = basis.citation;
  const notes = [
    ...(document === undefined ? [] : [`据《${document}》`]),
    ...(basis.assumption === undefined ? [] : [`假设：${basis.assumption}`]),
  ];
  return { place, quote, note: notes.join('；') };
}

/** Whether two lines ask the same. */
export function sameCondition(a: TableLine, b: TableLine, columns: readonly ConditionColumn[]): boolean {
  return same(a.other, b.other) && columns.every(({ name }) => same(a.cells.get(name) ?? '', b.cells.get(name) ?? ''));
}

/** Whether two lines stand on the same. */
export function sameBasis(a: TableLine, b: TableLine): boolean {
  return same(a.place, b.place) && same(a.quote, b.quote) && same(a.note, b.note);
}

function same(a: string, b: string): boolean {
  return a === b || cellText(a) === cellText(b);
}
