import type { RoundingWay } from '../tree';
import { Longest } from './longest';

/** What may be called with brackets: 取小(a, b), 取大(a, b), 平均(a, b), 每(a, b), 如果(condition, a, b), 连年(condition, …), 四舍五入(a, 2). */
export type Called = 'least' | 'most' | 'mean' | 'steps' | 'either' | 'run' | RoundingWay;

const SPELLINGS: Readonly<Record<Called, string>> = {
  least: '取小 min MIN',
  most: '取大 max MAX',
  mean: '平均 average AVERAGE',
  steps: '每',
  either: '如果 if IF',
  run: '连年',
  nearest: '四舍五入 round ROUND',
  up: '进一 进位',
  down: '舍去 去尾',
};

/** Everything that may be called, in all its spellings. */
export const CALLS: Longest<Called> = new Longest(
  (Object.keys(SPELLINGS) as Called[]).flatMap((own) =>
    SPELLINGS[own].split(' ').map((text) => [`${text}(`, own] as const),
  ),
);

/** How many parts a call takes: the least and the most. */
const PARTS: Readonly<Record<Called, readonly [number, number]>> = {
  least: [2, 20],
  most: [2, 20],
  mean: [2, 20],
  steps: [2, 2],
  either: [3, 3],
  run: [1, 20],
  nearest: [1, 2],
  up: [1, 2],
  down: [1, 2],
};

/** Whether a call may have so many parts. */
export function takesParts(called: Called, parts: number): boolean {
  const [least, most] = PARTS[called];
  return parts >= least && parts <= most;
}

/** Whether a call rounds. */
export function isRounding(called: Called): called is RoundingWay {
  return called === 'nearest' || called === 'up' || called === 'down';
}

/** What may be called, as a person writes it. */
export const CALL_NAMES: readonly string[] = Object.values(SPELLINGS).map((text) => text.split(' ')[0] ?? '');
