import * as z from 'zod/mini';
import type { PolicyList } from './parts';
import { readPart } from './readPart';

const fileSchema = z.array(
  z.strictObject({
    list: z.string().check(z.minLength(1)),
    choices: z._default(z.record(z.string(), z.array(z.string())), {}),
  }),
);

/** The lists and cards of a text. Throws PackError. */
export function readLists(text: string): readonly PolicyList[] {
  return readPart(text, 'lists.yaml', fileSchema);
}
