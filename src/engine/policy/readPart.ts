import type * as z from 'zod/mini';
import { errorAt } from './errorAt';
import { plainOf, readSource } from './readSource';
import { shapeProblem } from './shapeWords';

/** Reads one of the texts beside a pack. Throws PackError with the line and what was expected. */
export function readPart<Read>(text: string, file: string, schema: z.ZodMiniType<Read>): Read {
  const source = readSource(text, file);
  const plain = plainOf(source);
  const read = schema.safeParse(plain);
  if (read.success) return read.data;
  const { issues } = read.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue) throw errorAt('shape', source, shapeProblem(issue, plain, schema));
  throw read.error;
}
