import { TAX_PER_MU } from '../policy/fieldWords';
import type { PackField, PackRule } from '../policy/pack';
import { decide } from '../rule/decide';
import type { NumberTree } from '../rule/tree';
import { fieldsIn, fieldsOfCondition } from '../rule/treeParts';
import { TRUE, type RuleTable } from '../rule/truth';
import { truthAt } from '../rule/truthAt';

/**
 * Whether a line that grades outright, or corrects a grade, keeps a row open while nobody can tell whether it holds: it asks for
 * something whose blank is read as nothing. A line whose blanks all have a meaning holds only where it is known to.
 */
export function keepsOpen({ condition }: Pick<PackRule, 'condition'>, fields: readonly PackField[]): boolean {
  const isOpen = (name: string) =>
    name === TAX_PER_MU || fields.some((own) => own.name === name && own.whenBlank === 'unknown');
  return fieldsOfCondition(condition).some(isOpen);
}

/** The ledger's own columns of points: a blank there is no points. */
const OWN_POINTS: readonly string[] = ['scoreBonus', 'scorePenalty'];

/** The names in a bonus or a penalty without which a row has no total: nobody may read their blanks, and they are no column of points. */
export function pointsKeptOpen(tree: NumberTree, fields: readonly PackField[]): string[] {
  const isOpen = (name: string) =>
    fields.some((own) => own.name === name && own.whenBlank === 'unknown' && !OWN_POINTS.includes(own.field));
  return fieldsIn(tree).filter(isOpen);
}

/** Reads for a row what is missing behind a line that may hold, as bits; 0 where the line is settled. */
export type OpenLine = (row: number) => number;

/** The same for every line that keeps rows open; the lines below it that hold settle it where they all say what it says. */
export function openLines(
  lines: readonly PackRule[],
  fields: readonly PackField[],
  table: RuleTable,
): readonly OpenLine[] {
  return lines.map((line, at) => {
    if (!keepsOpen(line, fields)) return () => 0;
    const { outcome, missing } = decide(
      [
        { condition: line.condition, outcome: 0 },
        { condition: { kind: 'always' }, outcome: 1 },
      ],
      table,
    );
    const isSettled = (row: number) => {
      const below = lines.slice(at + 1).filter(({ condition }) => truthAt(condition, table, row) === TRUE);
      return below.length > 0 && below.every(({ answer }) => answer === line.answer);
    };
    return (row) => (outcome[row] === -1 && !isSettled(row) ? (missing[row] ?? 0) : 0);
  });
}
