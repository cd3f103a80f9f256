import * as z from 'zod/mini';
import { readPart } from '../readPart';
import { standsOn, type FolderOf } from '../standsOn';

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

const words = z._default(z.string(), '');
const fileSchema = z.strictObject({
  form: z.enum(['grouped', 'followed']),
  source: z.string(),
  place: z.string(),
  document: z.string(),
  status: z.string(),
  clause: z.string(),
  tasks: z.array(
    z.strictObject({
      task: z.string(),
      departments: z.string(),
      group: words,
      detail: words,
      deadline: words,
      goal: words,
      note: words,
    }),
  ),
});

/** The tasks that a policy sets, undefined where it has no list of them. */
export function policyTasks(pack: FolderOf): TaskList | undefined {
  const text = standsOn(pack, 'tasks');
  if (text === undefined) return undefined;
  const { tasks, ...head } = readPart(text, 'tasks.yaml', fileSchema);
  return { ...head, tasks: tasks.map((task, index) => ({ ...task, number: index + 1 })) };
}
