import { describe, expect, it } from 'vitest';
import { lintPack, readPolicyEdits, policyDifferences, type PolicyPack } from '../../../src/engine/policy/index';
import { gradingOn } from '../../../src/engine/policy/gradingValues';
import { findPack } from '../../../src/engine/policy/packs';
import { valuesOn } from '../../../src/engine/policy/valuesOn';
import { policyRanges } from '../../support/policyRanges';

const template = (): PolicyPack => {
  const pack = findPack('综合评价模板');
  if (!pack?.grading) throw new Error('no grading');
  return pack;
};

/** 政策参数 of the template with some values edited, read back. */
function edited(changes: Readonly<Record<string, number>>) {
  const { parameters, decisions } = policyRanges(template(), {
    parameters: (cells) => {
      for (const line of cells) {
        const change = changes[String(line[0])];
        if (change !== undefined) line[1] = change;
      }
    },
  });
  const edits = readPolicyEdits(template(), parameters, decisions);
  if ('problems' in edits) throw new Error(JSON.stringify(edits.problems));
  return edits;
}

describe('weights and quotas of a grading as values of the policy', () => {
  it('are all there, each on what its group or indicator stands on', () => {
    const { values, grading } = template();
    expect(grading && gradingOn(grading, valuesOn(template(), undefined))).toEqual(grading);
    expect(values.get('规上·亩均税收权重')).toMatchObject({ unit: '分', dated: [{ value: 45 }] });
    expect(values.get('规下·D比例')).toMatchObject({ unit: '比例', dated: [{ value: 0.05 }] });
    expect(values.get('规下·研发投入占比权重')?.dated[0]?.value).toBe(0);
  });

  it('edited in 政策参数 they are read back, shown as differences and in force', () => {
    const edits = edited({ '规上·亩均税收权重': 50, '规上·亩均营业收入权重': 15 });
    const { values } = policyDifferences(template(), edits, undefined);
    expect(values).toMatchObject([
      { name: '规上·亩均税收权重', before: 45, after: 50 },
      { name: '规上·亩均营业收入权重', before: 20, after: 15 },
    ]);
    const { grading } = template();
    const now = grading && gradingOn(grading, valuesOn(template(), undefined, edits.overlay.values));
    expect(now?.cohorts.find(({ name }) => name === '规上')?.weights.get('亩均税收')).toBe(50);
    expect(lintPack(template(), { values: edits.overlay.values })).toEqual([]);
  });

  it('that do not sum are a finding whose value has a cell', () => {
    const { overlay } = edited({ '规下·A比例': 0.3, '小微地块·亩均税收权重': 90 });
    const found = lintPack(template(), { values: overlay.values });
    expect(found).toMatchObject([
      { code: 'quotaSum', place: { name: '小微地块', value: '小微地块·亩均税收权重' }, found: 90, expected: 100 },
      { code: 'quotaSum', place: { name: '规下', value: '规下·A比例' }, expected: 1 },
    ]);
    for (const { place } of found) expect(place.at === 'grading' && overlay.places.get(place.value)).toBeTruthy();
  });
});
