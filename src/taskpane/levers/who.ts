import type { Dimension } from '../../engine/simulate/index';

/** Which parcels a lever applies to: all, the inefficient ones, those of one group, or those a rule takes. */
export type Who =
  | 'all'
  | 'inefficient'
  | { readonly dimension: Dimension | 'aboveScale'; readonly word: string }
  | { readonly rule: string };

const DIMENSION_WORDS = {
  township: '区镇',
  park: '园区',
  industry: '行业',
  path: '改造路径',
  tier: '档位',
  aboveScale: '规上规下',
} as const;

/** The parcels a lever applies to, as a sheet says it. */
export function whoText(who: Who): string {
  if (who === 'all') return '全部地块';
  if (who === 'inefficient') return '只限低效地块';
  return 'rule' in who ? `符合“${who.rule}”的地块` : `${DIMENSION_WORDS[who.dimension]}为“${who.word}”的地块`;
}
