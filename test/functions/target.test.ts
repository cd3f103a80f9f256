import { describe, expect, it } from 'vitest';
import { policyTargets, builtInPacks } from '../../src/engine/policy/index';
import { mujunTarget } from '../../src/functions/mujunTarget';
import { refusal } from './refusal';

describe('MUJUN_TARGET', () => {
  const withTargets = builtInPacks().filter(({ id }) => policyTargets({ id }).length > 0);

  it.each(withTargets.map((pack) => [pack.short, pack] as const))(
    '%s: lists what the policy sets, with its clause',
    (_, pack) => {
      const rows = mujunTarget.answer(pack.short);
      expect(rows.map(([name, value]) => [name, value])).toEqual(
        policyTargets(pack).map(({ name, value }) => [name, value]),
      );
      for (const row of rows) expect(row.every((cell) => cell !== '' && cell !== undefined)).toBe(true);
    },
  );

  it.each([0, null, ''])('blanks delivered as %j are arguments left out', (blank) => {
    expect(mujunTarget.answer('嵊州2021', blank, blank)).toEqual(mujunTarget.answer('嵊州2021'));
  });

  it('gives one number for a name, also for a part of it', () => {
    const [target] = policyTargets({ id: 'shengzhou-2021' });
    if (!target) throw new Error('no target');
    expect(mujunTarget.answer('嵊州2021', target.name)).toEqual([[target.value]]);
    expect(mujunTarget.answer('嵊州2021', target.name.slice(0, -1))).toEqual([[target.value]]);
    expect(mujunTarget.answer('嵊州2021', target.name, target.by)).toEqual([[target.value]]);
    expect(refusal(() => mujunTarget.answer('嵊州2021', target.name, '2099-01-01'))).toContain(`期限是 ${target.by}`);
  });

  it('gives 嘉兴 and 嘉定 what their documents set, in its unit and with its clause', () => {
    expect(mujunTarget.answer('嘉兴2024')).toHaveLength(5);
    expect(mujunTarget.answer('嘉兴2024')[0]).toEqual(['都市型工业园区（楼宇、街区）', 20, '个', '2027-12-31', '一']);
    expect(mujunTarget.answer('嘉兴2024', '新增就业', '2025-01-01')).toEqual([[30_000]]);
    expect(mujunTarget.answer('嘉定2017', '战略性新兴产业工业产值')).toEqual([[10_000_000]]);
    expect(refusal(() => mujunTarget.answer('嘉定2017', '四大产业经济总规模', '2024-01-01'))).toContain(
      '期限是 2020-12-31',
    );
  });

  it.each(withTargets.map((pack) => [pack.short, pack] as const))(
    '%s: what answered to a name or a part of one before the list was whole answers the same',
    (_, pack) => {
      const before = policyTargets(pack).filter(({ wholeName }) => !wholeName);
      const parts = new Set(
        before.flatMap(({ name }) =>
          Array.from({ length: name.length }, (__, at) => at).flatMap((at) =>
            [1, 2, 3, 4, name.length].map((length) => name.slice(at, at + length)),
          ),
        ),
      );
      for (const part of parts) {
        const known = before.filter(({ name }) => name.includes(part));
        const exact = known.filter(({ name }) => name === part);
        const names = new Set((exact.length > 0 ? exact : known).map(({ name }) => name));
        const [only] = known.filter(({ name }) => names.has(name));
        if (names.size !== 1 || part.trim() === '' || known.length !== 1) continue;
        expect([part, mujunTarget.answer(pack.short, part)]).toEqual([part, [[only?.value]]]);
      }
    },
  );

  it('lists every number that 嵊州 and 许昌 set, those that no ledger shows by their whole names', () => {
    expect(mujunTarget.answer('嵊州2021')).toHaveLength(9);
    expect(mujunTarget.answer('嵊州2021', '四无企业')).toEqual([[0]]);
    expect(mujunTarget.answer('嵊州2021', '亩均')).toEqual([[30]]);
    expect(mujunTarget.answer('许昌2021')).toHaveLength(5);
    expect(mujunTarget.answer('许昌2021', '第三组亩均税收')).toEqual([[15]]);
    expect(mujunTarget.answer('许昌2021征求意见稿', '第一组')).toEqual([[25]]);
  });

  it('says what there is, and invents nothing', () => {
    expect(refusal(() => mujunTarget.answer('嵊州2021', '绿化率'))).toContain(
      'notAvailable: “嵊州2021”没有名为“绿化率”的目标。有：',
    );
    expect(refusal(() => mujunTarget.answer('太仓2023'))).toBe('notAvailable: “太仓2023”没有规定数值目标');
    expect(refusal(() => mujunTarget.answer(undefined))).toContain('请指定政策');
    expect(refusal(() => mujunTarget.answer('嵊州2021', null, '2099-01-01'))).toBe(
      'notAvailable: “嵊州2021”的目标在 2099-01-01 都已过期限',
    );
  });
});
