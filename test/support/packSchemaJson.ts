import * as z from 'zod/mini';
import { packSchema } from '../../src/engine/policy/schema';

/** The JSON Schema of a pack's file, for editors that check YAML while it is written. */
export function packSchemaJson(): unknown {
  return z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' });
}
