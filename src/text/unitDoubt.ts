import type { UnitDoubt } from '../engine/assess/index';

/** What a figure in a unit is divided or multiplied by to be in 万元 or 亩, as a formula and as people say it. */
export const UNIT_FACTORS = {
  元: { formula: '/10000', said: '÷10000' },
  公顷: { formula: '*15', said: '×15' },
  平方米: { formula: '*3/2000', said: '×3÷2000' },
} as const;

/** 疑为单位不符：税收像是元、面积像是公顷，可改为 税收÷10000、面积×15. */
export function unitDoubtText({ tax, area }: UnitDoubt): string {
  const parts = [...(tax ? [{ name: '税收', unit: tax }] : []), ...(area ? [{ name: '面积', unit: area }] : [])];
  const like = parts.map(({ name, unit }) => `${name}像是${unit}`).join('、');
  const change = parts.map(({ name, unit }) => name + UNIT_FACTORS[unit].said).join('、');
  return `疑为单位不符：${like}，可改为 ${change}`;
}
