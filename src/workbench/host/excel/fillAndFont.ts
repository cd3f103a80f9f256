import { BooleanNumber } from '@univerjs/core';
import { badArgument } from '../wire/hostError';
import { cssColor } from './color';
import { common, putStyle } from './rangeFormat';
import type { Definitions, HostWorld } from './world';

const DEFAULT_FONT = { name: '宋体', size: 11 };

/** Fill colours and fonts. */
export function fillAndFontTypes(world: HostWorld): Definitions {
  return {
    RangeFill: {
      properties: { Color: (range) => common(world, range, (style) => (style?.bg?.rgb ?? '#FFFFFF').toUpperCase()) },
      setters: {
        Color: (range, value) => putStyle(world, range, { bg: value === '' ? null : { rgb: cssColor(value) } }),
      },
      methods: { Clear: (range) => putStyle(world, range, { bg: null }) },
    },
    RangeFont: {
      properties: {
        Bold: (range) => common(world, range, (style) => style?.bl === BooleanNumber.TRUE),
        Italic: (range) => common(world, range, (style) => style?.it === BooleanNumber.TRUE),
        Underline: (range) =>
          common(world, range, (style) => (style?.ul?.s === BooleanNumber.TRUE ? 'Single' : 'None')),
        Color: (range) => common(world, range, (style) => (style?.cl?.rgb ?? '#000000').toUpperCase()),
        Name: (range) => common(world, range, (style) => style?.ff ?? DEFAULT_FONT.name),
        Size: (range) => common(world, range, (style) => style?.fs ?? DEFAULT_FONT.size),
      },
      setters: {
        Bold: (range, value) => putStyle(world, range, { bl: bit(value) }),
        Italic: (range, value) => putStyle(world, range, { it: bit(value) }),
        Underline: (range, value) => putStyle(world, range, { ul: { s: bit(value !== 'None') } }),
        Color: (range, value) => putStyle(world, range, { cl: { rgb: cssColor(value) } }),
        Name: (range, value) => putStyle(world, range, { ff: typeof value === 'string' ? value : badArgument('font') }),
        Size: (range, value) => putStyle(world, range, { fs: typeof value === 'number' ? value : badArgument('size') }),
      },
    },
  };
}

function bit(value: unknown): BooleanNumber {
  return value === true ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
