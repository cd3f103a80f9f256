import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../src/engine/ledger/index';
import { wholeDifferences } from '../../../../src/engine/policy/cells/wholeDifferences';
import { packCells } from '../../../../src/engine/policy/cells/packCells';
import { readPackCells } from '../../../../src/engine/policy/cells/readPackCells';
import { wholePolicyOf } from '../../../../src/engine/policy/cells/wholePolicy';
import { loadPack } from '../../../../src/engine/policy/loadPack';
import type { PolicyPack } from '../../../../src/engine/policy/pack';
import { PackError } from '../../../../src/engine/policy/packError';
import { builtInPacks, gradingPacks, packOf } from '../../../../src/engine/policy/packs';
import { wholeSheet } from '../../../../src/engine/report/policy/wholeSheet';
import { openPackage } from '../../../../src/package/openPackage';
import { sheetsToFile } from '../../../../src/package/sheetsToFile';
import { packProblemText } from '../../../../src/text/packErrors';
import { cellsOfSections } from '../support/packRows';

const fixtures = new URL('../../../fixtures/policies/', import.meta.url);
const written = readdirSync(fixtures, { withFileTypes: true })
  .filter((own) => own.isDirectory())
  .map(({ name }) => loadPack(readFileSync(new URL(`${name}/pack.yaml`, fixtures), 'utf8')));
const national = packOf('national-land-use');
const PACKS: readonly PolicyPack[] = [
  ...new Set([...builtInPacks(), ...gradingPacks(), ...(national ? [national] : []), ...written]),
];
const named = PACKS.map((pack) => [pack.id, pack] as const);

/** A sheet as somebody may leave it: rows inserted, columns of a part in another order, blanks as a formula delivers them. */
function leftBy(pack: PolicyPack, { seed, spare, blank }: { seed: number; spare: number; blank: Cell }): Cell[][] {
  const turned = packCells(pack).map(({ title, headers, rows }) => {
    const by = seed % headers.length;
    const turn = <Of>(line: readonly Of[]) => [...line.slice(by), ...line.slice(0, by)];
    return { title, headers: turn(headers), rows: rows.map(turn) };
  });
  return cellsOfSections(turned, spare).map((row) => row.map((cell) => (cell === '' ? blank : cell)));
}

describe('a whole policy as cells', () => {
  it.each(named)('%s comes back the same', (_, pack) => {
    expect(readPackCells(cellsOfSections(packCells(pack)))).toEqual(pack);
    expect(wholeDifferences(pack, pack)).toEqual([]);
  });

  it.each(named)('%s comes back the same through a file', (_, pack) => {
    const { area, model } = wholeSheet(pack, { policy: pack.short });
    const { sheets } = openPackage(sheetsToFile([model])).model;
    const cells = Array.from({ length: area.rows }, (__, row) =>
      Array.from(
        { length: area.columns },
        (___, column): Cell => sheets[0]?.cells.get(area.row + row)?.get(area.column + column)?.value ?? '',
      ),
    );
    expect(readPackCells(cells)).toEqual(pack);
  });

  it('is the same whatever rows are inserted, columns moved and blanks delivered', () => {
    const one = fc.record({
      pack: fc.constantFrom(...PACKS),
      seed: fc.nat(20),
      spare: fc.integer({ min: 0, max: 3 }),
      blank: fc.constantFrom<Cell>('', 0, null),
    });
    fc.assert(
      fc.property(one, ({ pack, ...left }) => {
        expect(readPackCells(leftBy(pack, left))).toEqual(pack);
      }),
      { numRuns: 60 },
    );
  });

  it('says an edited number as the number, in that place alone', () => {
    const one = fc.record({
      pack: fc.constantFrom(...PACKS),
      pick: fc.nat(),
      number: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(one, ({ pack, pick, number }) => {
        const sections = packCells(pack);
        const values = sections.find(({ title }) => title === '数值');
        const at = pick % Math.max(1, values?.rows.length ?? 0);
        const [name, before] = values?.rows[at] ?? [];
        if (!values || typeof before !== 'number') return;
        const rows = values.rows.map((row, index) => (index === at ? [row[0] ?? '', number, ...row.slice(2)] : row));
        const edited = readPackCells(cellsOfSections(sections.map((own) => (own === values ? { ...own, rows } : own))));
        const told = wholeDifferences(pack, edited);
        const isSame = before === number;
        expect(told.map(({ section, header, after }) => [section, header, after])).toEqual(
          isSame ? [] : [['数值', '值', String(number)]],
        );
        expect(edited.values.get(String(name))?.dated.some(({ value }) => value === number)).toBe(true);
        expect({ ...edited, values: undefined }).toEqual({ ...pack, values: undefined });
      }),
      { numRuns: 80 },
    );
  });
});

/** The sheet of a policy with one cell put otherwise: in a section, the row that begins so, under a header. */
function edited(id: string, section: string, row: string, header: string, cell: Cell): { cells: Cell[][]; at: string } {
  const pack = PACKS.find((own) => own.id === id);
  if (!pack) throw new Error(id);
  const cells = cellsOfSections(packCells(pack));
  const title = cells.findIndex(([first]) => first === `【${section}】`);
  const line = title + 2 + cells.slice(title + 2).findIndex((own) => own.some((text) => text === row));
  const column = (cells[title + 1] ?? []).indexOf(header);
  const own = cells[line];
  if (!own || column < 0) throw new Error(`${section} ${row} ${header}`);
  own[column] = cell;
  return { cells, at: `${line + 1}:${column + 1}` };
}

function refusal(cells: readonly (readonly Cell[])[]): string {
  try {
    readPackCells(cells);
    return 'read';
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return `${error.place.line}:${error.place.column} ${packProblemText(error)}`;
  }
}

describe('a cell that cannot be used', () => {
  it.each([
    ['a formula that cannot be read', edited('shengzhou-2021', '档位', '重点排查', '条件', '亩均税收 <<= 5'), '“<'],
    ['an unknown name', edited('shengzhou-2021', '档位', '重点排查', '条件', '产税 <= 5'), '没有名为“产税”'],
    ['no condition', edited('shengzhou-2021', '档位', '重点排查', '条件', ''), '“条件”没有写'],
    [
      'an unknown status',
      edited('shengzhou-2021', '政策', '状态', '内容', '试行'),
      '应为 已印发、征求意见稿，不是“试行”',
    ],
    ['an unknown format', edited('shengzhou-2021', '政策', '格式', '内容', 2), '本版本只认识格式 1'],
    ['no day', edited('shengzhou-2021', '政策', '公布日期', '内容', '去年'), '应为日期'],
    ['a column nobody knows', edited('shengzhou-2021', '用到的列', '等级', '台账的列', '星座'), '没有“星座”'],
    ['a number that is none', edited('anhui-2022', '权重', '规上', '分', '四十五'), '应为数字'],
    ['a bare zero', edited('anhui-2022', '权重', '规上', '分', 0), '“分”没有写'],
    ['an unknown indicator', edited('anhui-2022', '权重', '规上', '指标', '幸福感'), '没有名为“幸福感”的指标'],
    ['an unknown line', edited('shengzhou-2021', '政策', '简称', '名称', '外号'), '没有“外号”这一项'],
  ] as const)('%s is named, row and column', (_, { cells, at }, words) => {
    const told = refusal(cells);
    expect(told.slice(0, at.length)).toBe(at);
    expect(told).toContain(words);
    expect(told).not.toContain('Invalid input');
  });

  it('names a section that there is not, one twice and a column that there is not', () => {
    const cells = cellsOfSections(packCells(PACKS[0] as PolicyPack));
    const at = cells.findIndex(([first]) => first === '【数值】');
    const put = (row: number, column: number, cell: Cell) =>
      cells.map((line, r) => line.map((own, c) => (r === row && c === column ? cell : own)));
    expect(refusal(put(at, 0, '【数目】'))).toContain('没有“数目”这一段');
    expect(refusal(put(at, 0, '【政策】'))).toContain('“政策”前面已有一段');
    expect(refusal(put(at + 1, 1, '值得'))).toContain('没有“值得”这一列');
  });

  it('leaves the language itself alone: names of an object are names', () => {
    const { cells } = edited('shengzhou-2021', '数值', '重点排查线', '名称', '__proto__');
    expect(refusal(cells)).not.toBe('read');
    expect(({} as Record<string, unknown>)['unit']).toBeUndefined();
  });
});

describe('what a sheet may say of a shipped document', () => {
  const tier = (pack: PolicyPack, at = 0) => pack.tiers?.[at]?.basis;

  it('as it is, the document says it', () => {
    const pack = PACKS.find(({ id }) => id === 'shengzhou-2021') as PolicyPack;
    expect(wholePolicyOf(cellsOfSections(packCells(pack)))).toEqual(pack);
  });

  it('an edited line is the workbook’s own', () => {
    const { cells } = edited('shengzhou-2021', '档位', '重点排查', '条件', '亩均税收 <= 8');
    expect(tier(wholePolicyOf(cells))).toEqual({ kind: 'assumed', assumption: '本工作簿“政策全文”修改' });
  });

  it('under another title its words are said as the old one’s, whatever the id', () => {
    for (const id of ['shengzhou-2021', 'quanzhou-2026']) {
      const { cells } = edited('shengzhou-2021', '政策', '全称', '内容', '泉州市存量工业用地办法');
      const own = cells.map((row) => row.map((cell) => (cell === 'shengzhou-2021' ? id : cell)));
      const basis = tier(wholePolicyOf(own));
      expect(basis?.kind === 'cited' && basis.citation.document).toContain('嵊州');
    }
  });
});
