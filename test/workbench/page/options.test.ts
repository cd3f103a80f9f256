import { describe, expect, it } from 'vitest';
import { blankNamed, pageOptions } from '../../../src/workbench/page/options';

describe('what the address asks for', () => {
  it('is the default where nothing, or nonsense, is asked', () => {
    const usual = { blank: 0, theme: 'light', pane: 350 };
    expect(pageOptions('')).toEqual(usual);
    expect(pageOptions('?blank=zip&theme=pink&pane=wide')).toEqual(usual);
    expect(pageOptions('?blank=constructor')).toEqual(usual);
  });

  it('is taken where it is known, the pane kept within its bounds', () => {
    expect(pageOptions('?blank=null&theme=dark&pane=100')).toEqual({ blank: null, theme: 'dark', pane: 320 });
    expect(pageOptions('?blank=empty&theme=contrast&pane=9999')).toEqual({ blank: '', theme: 'contrast', pane: 480 });
  });

  it('names the ways of blanks', () => {
    expect(['zero', 'null', 'empty'].map(blankNamed)).toEqual([0, null, '']);
    expect(() => blankNamed('toString')).toThrow('unknown');
  });
});
