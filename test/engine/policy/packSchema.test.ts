import { expect, it } from 'vitest';
import { packSchemaJson } from '../../support/packSchemaJson';

it('the published JSON Schema is the one that packs are checked by (vitest -u writes it anew)', async () => {
  const text = `${JSON.stringify(packSchemaJson(), null, 2)}\n`;
  expect(text).toContain('"dated"');
  await expect(text).toMatchFileSnapshot('../../../src/engine/policy/pack.schema.json');
});
