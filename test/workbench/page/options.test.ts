import { describe, expect, it } from 'vitest';
import { requirementSets } from '../../../src/workbench/host/requirements';
import { blankNamed, pageOptions } from '../../../src/workbench/page/options';

describe('what the address asks for', () => {
  it('is the default where nothing, or nonsense, is asked', () => {
    const host = { excel: '1.17', functions: 'on', platform: 'pc', sync: [0, 0], book: 'plain', tables: 'still' };
    const usual = { ...host, app: 'excel', blank: 0, theme: 'light', pane: 350 };
    expect(pageOptions('')).toEqual(usual);
    expect(pageOptions('?blank=zip&theme=pink&pane=wide&platform=linux&sync=slow&book=odd&tables=x&app=y')).toEqual(
      usual,
    );
    expect(pageOptions('?blank=constructor')).toEqual(usual);
  });

  it('is taken where it is known, the pane kept within its bounds', () => {
    expect(pageOptions('?blank=null&theme=dark&pane=100')).toMatchObject({ blank: null, theme: 'dark', pane: 320 });
    expect(pageOptions('?blank=empty&theme=contrast&pane=9999')).toMatchObject({
      blank: '',
      theme: 'contrast',
      pane: 480,
    });
  });

  it('may be another Excel: older, newer, without custom functions, or claiming some that it lacks', () => {
    expect(pageOptions('?excel=1.20&functions=named')).toMatchObject({ excel: '1.20', functions: 'named' });
    expect(pageOptions('?excel=1.2&functions=yes')).toMatchObject({ excel: '1.17', functions: 'on' });
    expect(pageOptions('?platform=mac&sync=200')).toMatchObject({ platform: 'mac', sync: [200, 200] });
    expect(pageOptions('?sync=20-200&book=xls&tables=grow&app=word')).toMatchObject({
      ...{ sync: [20, 200], book: 'xls', tables: 'grow', app: 'word' },
    });
    const syncs = ['-5', '99999', '200-20', '20-x'].map((sync) => pageOptions(`?sync=${sync}`).sync);
    expect(syncs).toEqual([
      [0, 0],
      [2000, 2000],
      [200, 200],
      [20, 20],
    ]);
    expect(requirementSets('1.14', 'off')).not.toHaveProperty('CustomFunctionsRuntime');
    expect(requirementSets('2016', 'on')).toMatchObject({ ExcelApi: '1.20', CustomFunctionsRuntime: '1.4' });
    expect(requirementSets('1.20', 'named')).toMatchObject({ ExcelApi: '1.20', CustomFunctionsRuntime: '1.4' });
  });

  it('names the ways of blanks', () => {
    expect(['zero', 'null', 'empty'].map(blankNamed)).toEqual([0, null, '']);
    expect(() => blankNamed('toString')).toThrow('unknown');
  });
});
