import { describe, expect, it } from 'vitest';
import { mujunTier } from '../../src/functions/mujunTier';

describe('a cell in a unit of another kind is no tax and no area', () => {
  it('a column pasted one place off is open, never graded', () => {
    const taxes = [['30亩'], ['8万元/亩'], ['12.5%'], ['15人'], ['120']];
    const areas = [[10], [10], [10], [10], [10]];
    const answers = mujunTier.answer(taxes, areas, '嵊州2021').map(([answer]) => String(answer));
    expect(answers.slice(0, 4).every((answer) => answer.startsWith('待核实：'))).toBe(true);
    expect(answers[4]).toBe('重点指导');
    const land = mujunTier
      .answer([[30], [30], [30]], [['100万元'], ['15人'], ['6666.67㎡']], '嵊州2021')
      .map(([answer]) => answer);
    expect(land.map((answer) => String(answer).startsWith('待核实：'))).toEqual([true, true, false]);
  });
});
