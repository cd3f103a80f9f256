import type { Day } from '../quantity/day';
import type { Basis } from './citation';
import type { Rulebook } from './rulebook/rulebookSchema';

/** What a policy's document says beside its rules; what it has not is left out. */
export interface PolicyParts {
  readonly targets?: readonly PolicyTarget[];
  readonly tasks?: TaskList;
  readonly lists?: readonly PolicyList[];
  /** Of a policy that does not ship; those that do have theirs in a module that is fetched when asked for. */
  readonly entries?: Rulebook;
}

/** A number that a policy sets for a year's end: 亩 to be dealt with, a part of the inefficient land, or 万元/亩. */
export interface AnnualTarget {
  readonly name: string;
  readonly kind: 'area' | 'share' | 'taxPerMu';
  readonly value: number;
  readonly by: Day;
  /** Whose figure it is, where that is not the whole ledger's: 规上. */
  readonly scope?: string;
  /** Found by its whole name, or by a part that no other target has. */
  readonly wholeName?: boolean;
  readonly basis: Basis;
}

/** A number that a policy sets, in its unit; `other` where no ledger of land can show it (园区 20 个). */
export type PolicyTarget =
  AnnualTarget | (Omit<AnnualTarget, 'kind'> & { readonly kind: 'other'; readonly unit: string });

/** A task as its document says it, to the letter. */
export interface PolicyTask {
  readonly number: number;
  /** 重点工作, the group it stands in; '' where the document has none. */
  readonly group: string;
  readonly task: string;
  /** What is to be done, where the document says it apart from the task's name. */
  readonly detail: string;
  /** As the document lists them: the first one leads. */
  readonly departments: string;
  readonly deadline: string;
  /** A number that the task sets, in the document's words. */
  readonly goal: string;
  /** What a reader must know of the text. */
  readonly note: string;
}

/** The tasks of a policy: in 嘉定's form a group over its tasks, in 许昌's a deadline each. */
export interface TaskList {
  readonly form: 'grouped' | 'followed';
  readonly place: string;
  /** The document that the words are from, and how it stands: not always the pack's own. */
  readonly document: string;
  readonly status: string;
  readonly clause: string;
  /** The document's file among the source texts, for checking the words. */
  readonly source: string;
  readonly tasks: readonly PolicyTask[];
}

/** A list or card that a policy's document names, by the form it is made in. */
export interface PolicyList {
  readonly list: string;
  /** The words to choose from in a column, by its head. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}
