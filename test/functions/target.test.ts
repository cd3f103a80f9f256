import { describe, expect, it } from 'vitest';
import { annualTargets, builtInPacks } from '../../src/engine/index';
import { mujunTarget } from '../../src/functions/mujunTarget';
import { refusal } from './refusal';

describe('MUJUN_TARGET', () => {
  const withTargets = builtInPacks().filter(({ id }) => annualTargets(id).length > 0);

  it.each(withTargets.map((pack) => [pack.short, pack] as const))(
    '%s: lists what the policy sets, with its clause',
    (_, pack) => {
      const rows = mujunTarget(pack.short);
      expect(rows.map(([name, value]) => [name, value])).toEqual(
        annualTargets(pack.id).map(({ name, value }) => [name, value]),
      );
      for (const row of rows) expect(row.every((cell) => cell !== '' && cell !== undefined)).toBe(true);
    },
  );

  it.each([0, null, ''])('blanks delivered as %j are arguments left out', (blank) => {
    expect(mujunTarget('嵊州2021', blank, blank)).toEqual(mujunTarget('嵊州2021'));
  });

  it('gives one number for a name, also for a part of it', () => {
    const [target] = annualTargets('shengzhou-2021');
    if (!target) throw new Error('no target');
    expect(mujunTarget('嵊州2021', target.name)).toEqual([[target.value]]);
    expect(mujunTarget('嵊州2021', target.name.slice(0, -1))).toEqual([[target.value]]);
    expect(mujunTarget('嵊州2021', target.name, target.by)).toEqual([[target.value]]);
    expect(refusal(() => mujunTarget('嵊州2021', target.name, '2099-01-01'))).toContain(`期限是 ${target.by}`);
  });

  it('says what there is, and invents nothing', () => {
    expect(refusal(() => mujunTarget('嵊州2021', '绿化率'))).toContain(
      'notAvailable: “嵊州2021”没有名为“绿化率”的目标。有：',
    );
    expect(refusal(() => mujunTarget('太仓2023'))).toBe('notAvailable: “太仓2023”没有规定数值目标');
    expect(refusal(() => mujunTarget(undefined))).toContain('请指定政策');
    expect(refusal(() => mujunTarget('嵊州2021', null, '2099-01-01'))).toBe(
      'notAvailable: “嵊州2021”的目标在 2099-01-01 都已过期限',
    );
  });
});
