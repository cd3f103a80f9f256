import type { Comparison, ConditionTree } from '../rule/tree';
import { measureLines } from './loadMeasures';
import type { PackRule, PolicyPack } from './pack';

/** How a pack, and a line of 政策参数, says whether 以下 and 以上 include the number. */
export const INCLUDES_LINE = '以下以上含本数';

/** A pack with 以下 and 以上 read as a workbook says: every bound that its rules give in these words, and no other. */
export function withIncludesLine(pack: PolicyPack, includesLine: boolean): PolicyPack {
  const { tiers, paths, grading, measures } = pack;
  const rules = <Rule extends PackRule>(own: readonly Rule[]) =>
    own.map((rule) => ({ ...rule, condition: bounded(rule.condition, includesLine) }));
  const cohorts = grading?.cohorts.map((own) => ({ ...own, condition: bounded(own.condition, includesLine) }));
  return {
    ...pack,
    includesLine,
    ...(tiers ? { tiers: rules(tiers) } : {}),
    ...(paths ? { paths: rules(paths) } : {}),
    ...(measures ? { measures: measures.map((own) => ({ ...own, lines: rules(own.lines) })) } : {}),
    ...(grading && cohorts
      ? { grading: { ...grading, cohorts, outright: rules(grading.outright), after: rules(grading.after) } }
      : {}),
  };
}

/** Whether a pack's rules give a bound in these words. */
export function saysBounds({ tiers = [], paths = [], grading, measures }: PolicyPack): boolean {
  const conditions = [
    ...tiers,
    ...paths,
    ...(grading?.outright ?? []),
    ...(grading?.cohorts ?? []),
    ...(grading?.after ?? []),
    ...measureLines(measures),
  ];
  return conditions.some(({ condition }) => isWorded(condition));
}

function isWorded(tree: ConditionTree): boolean {
  if (tree.kind === 'compare') return tree.worded === true;
  if (tree.kind === 'not') return isWorded(tree.part);
  return 'parts' in tree && tree.parts.some(isWorded);
}

function bounded(tree: ConditionTree, includesLine: boolean): ConditionTree {
  if (tree.kind === 'compare') return tree.worded ? { ...tree, op: boundOf(tree.op, includesLine) } : tree;
  if (tree.kind === 'not') return { ...tree, part: bounded(tree.part, includesLine) };
  return 'parts' in tree ? { ...tree, parts: tree.parts.map((part) => bounded(part, includesLine)) } : tree;
}

function boundOf(op: Comparison, includesLine: boolean): Comparison {
  return `${op.charAt(0)}${includesLine ? '=' : ''}` as Comparison;
}
