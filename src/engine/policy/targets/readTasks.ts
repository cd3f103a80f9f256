import * as z from 'zod/mini';
import type { TaskList } from '../parts';
import { readPart } from '../readPart';

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

/** The tasks of a text. Throws PackError. */
export function readTasks(text: string): TaskList {
  const { tasks, ...head } = readPart(text, 'tasks.yaml', fileSchema);
  return { ...head, tasks: tasks.map((task, index) => ({ ...task, number: index + 1 })) };
}
