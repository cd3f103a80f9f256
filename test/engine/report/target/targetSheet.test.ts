import { describe, expect, it } from 'vitest';
import { targetBase } from '../../../../src/engine/report/target/targetBase';
import { targetSheet } from '../../../../src/engine/report/target/targetSheet';
import { sheetsToFile } from '../../../../src/package/sheetsToFile';
import { readByLibreOffice } from '../../../package/support/libreOffice';
import { differences, uncalculated } from './support/calculated';
import { ledgerSheet, madeRows, madeTarget, TOWNSHIPS } from './support/madeTarget';

describe('the target sheet, recalculated by LibreOffice', () => {
  const rows = madeRows(300, [...TOWNSHIPS, '']);
  const input = madeTarget(rows);
  const models = [targetSheet(input), targetBase(input)];
  const read = readByLibreOffice(sheetsToFile([ledgerSheet(rows), ...models.map(uncalculated)]));

  it.each(models.map((model) => [model.name, model] as const))('%s holds what the engine says', (name, model) => {
    expect(differences(model, read.get(name) ?? [])).toEqual([]);
  });
});
