import { tokens } from '@fluentui/react-components';
import type { RowFilter } from '../../model/verdict/bars';

/** A bar's colour and pattern. Words and position tell the answers; colours follow, and the pattern tells bars apart in grey. */
export interface BarLook {
  readonly backgroundColor: string;
  readonly backgroundImage: string;
}

/** From the lowest tier up: 红 黄 蓝 绿, all at 4.5:1 or better against the pane in both themes. */
const COLOURS = [
  tokens.colorPaletteRedForeground1,
  tokens.colorPaletteYellowForeground2,
  tokens.colorPaletteBlueForeground2,
  tokens.colorPaletteGreenForeground1,
] as const;

const gap = tokens.colorNeutralBackground1;
const PATTERNS = [
  'none',
  `repeating-linear-gradient(45deg, transparent 0 4px, ${gap} 4px 5px)`,
  `repeating-linear-gradient(90deg, transparent 0 4px, ${gap} 4px 5px)`,
  `repeating-linear-gradient(135deg, transparent 0 3px, ${gap} 3px 5px)`,
  `repeating-linear-gradient(0deg, transparent 0 3px, ${gap} 3px 4px)`,
] as const;

/** The look of a tier's bar by its place in the ladder, a path's and a grade's by its number, and 待核实 in grey. */
export function barLook(kind: RowFilter['kind'], index: number, unresolved: boolean): BarLook {
  const backgroundImage = PATTERNS[index % PATTERNS.length] ?? 'none';
  if (unresolved || kind === 'missing')
    return { backgroundColor: tokens.colorNeutralForeground3, backgroundImage: 'none' };
  if (kind === 'path' || kind === 'grade') return { backgroundColor: tokens.colorBrandForeground1, backgroundImage };
  return {
    backgroundColor: COLOURS[Math.min(index, COLOURS.length - 1)] ?? tokens.colorBrandForeground1,
    backgroundImage,
  };
}
