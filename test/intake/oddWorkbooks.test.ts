import { describe, expect, it } from 'vitest';
import { expectRead } from '../support/intake/expectRead';
import { judge } from '../support/intake/judge';
import { paneReader, sheetsReader } from '../support/intake/paneReader';
import { trueTier, type TrueRow, type Truth } from '../support/intake/truth';
import { drawFrom } from '../support/ledgers/draw';
import { madeEnterprises, rounded } from '../support/ledgers/enterprises';
import { emptyGrid } from '../support/ledgers/writtenDown';
import { workbookFile } from '../support/ledgers/workbookFile';
import type { CellValue } from '../../src/workbook/port';

const POLICY = 'shengzhou-2021';
const HEADER = ['序号', '企业名称', '用地面积（亩）', '实缴税收（万元）'];
const MADE = madeEnterprises(drawFrom(3));
const BODY = MADE.map(({ name, land, tax }, at): CellValue[] => [at + 1, name, land, tax]);
const trueRows = (sheet: string, first: number): TrueRow[] =>
  MADE.map(({ name, land, tax }, at) => ({ sheet, row: first + at, enterprise: name, landArea: land, taxPaid: tax }));
const truthOf = (rows: readonly TrueRow[], given: Partial<Truth> = {}): Truth => {
  return { policy: POLICY, rows, mustAsk: [], mayAsk: [], tells: [], ...given };
};
const fileOf = (sheets: Readonly<Record<string, CellValue[][]>>) =>
  workbookFile(Object.entries(sheets).map(([name, cells]) => ({ name, grid: { ...emptyGrid(), cells } })));

/** What is no ledger: no row may have an answer, and a sentence must say what it is, or what to do. */
const NO_LEDGERS: Readonly<Record<string, readonly [CellValue[][], RegExp]>> = {
  'a sheet of prose': [
    [
      ['关于开展低效工业用地排查的通知'],
      ['各镇街：为推进节约集约用地，现将有关事项通知如下。'],
      ['一、排查范围为全市工业用地。'],
    ],
    /没有找到台账/,
  ],
  'a pivot table': [
    [
      ['行标签', '求和项:用地面积', '求和项:实缴税收'],
      ['城关镇', 210.5, 1830.2],
      ['石桥镇', 98.3, 760.9],
      ['总计', 308.8, 2591.1],
    ],
    /透视|汇总|每行.{0,6}企业|没有找到台账/,
  ],
  'a form of one enterprise on its side': [
    [
      ['企业基本情况表', ''],
      ['企业名称', '越州恒茂机械有限公司'],
      ['用地面积（亩）', 21.3],
      ['实缴税收（万元）', 186.4],
      ['联系人', '张某'],
    ],
    /一户一表|转置|竖|横|每行.{0,6}企业/,
  ],
  'a table of formulas without values': [
    [HEADER, ...BODY.map(([seq = '', name = '']): CellValue[] => [seq, name, '', ''])],
    /公式|没有(?:数|值)|全部空白|都是空白|缺/,
  ],
};

/** Ledgers of unusual shape that are to be read, or asked about. */
const LEDGERS: Readonly<Record<string, readonly [Uint8Array, Truth]>> = {
  'headers in three languages': [
    fileOf({
      台账: [
        HEADER,
        ['No.', 'Enterprise', 'Land area (mu)', 'Tax paid'],
        ['番号', '企業名', '土地面積', '納税額'],
        ...BODY,
      ],
    }),
    truthOf(trueRows('台账', 4)),
  ],
  'a header of six rows': [
    fileOf({
      台账: [
        ['某市工业企业', '', '', ''],
        ['2023年度', '', '', ''],
        ['基本情况', '', '用地与税收', ''],
        ['序号', '企业名称', '用地面积', '实缴税收'],
        ['', '', '亩', '万元'],
        ['甲', '乙', 1, 2],
        ...BODY,
      ],
    }),
    truthOf(trueRows('台账', 7)),
  ],
  'ledgers of two counties': [
    fileOf({
      嵊越市: [['嵊越市工业企业亩均效益台账'], HEADER, ...BODY],
      太浦市: [
        ['太浦市工业企业亩均效益台账'],
        ['序号', '单位名称', '占地面积（亩）', '入库税收（万元）'],
        ...BODY.map(([at = '', name = '', land = '', tax = '']): CellValue[] => [at, `太浦${String(name)}`, land, tax]),
      ],
    }),
    truthOf(trueRows('嵊越市', 3), { mustAsk: ['table'] }),
  ],
  'a cell in the last of 16,384 columns': [
    fileOf({ 台账: [HEADER, ...BODY.map((line, at) => (at === 2 ? farOut(line) : line))] }),
    truthOf(trueRows('台账', 2)),
  ],
};

function farOut(line: readonly CellValue[]): CellValue[] {
  return Array.from({ length: 16_384 }, (_, column) => line[column] ?? (column === 16_383 ? '备注' : ''));
}

/** Not told, read or asked yet; these lists only get shorter. */
const NOT_TOLD_YET: readonly string[] = [];
const NOT_READ_YET: readonly string[] = [];

describe('a workbook that is no ledger is told as what it is', () => {
  it.each(Object.entries(NO_LEDGERS))('%s', async (name, [cells, says]) => {
    const { rows, told } = (await sheetsReader([{ name: 'Sheet1', cells }], POLICY)).offered();
    const said = told.map(({ text }) => text).join('\n');
    const isRight = rows.every(({ tier }) => tier === undefined) && says.test(said);
    expect({ isRight, said }).toEqual({ isRight: !NOT_TOLD_YET.includes(name), said });
  });
});

describe('a ledger of unusual shape', () => {
  it.each(Object.entries(LEDGERS))('%s', async (name, [file, truth]) => {
    expectRead(name, [await judge(paneReader, file, truth)], NOT_READ_YET);
  });
});

/** Twenty sheets, a township each, of 60 enterprises. */
function townshipSheets(): { readonly sheets: { name: string; cells: CellValue[][] }[]; readonly rows: TrueRow[] } {
  const draw = drawFrom(20);
  const names = Array.from({ length: 20 }, (_, at) => `第${String(at + 1)}镇`);
  const sheets = names.map((name) => {
    const lines = Array.from({ length: 60 }, (_, at): CellValue[] => {
      const land = rounded(draw.between(4, 80));
      return [at + 1, `${name}第${String(at + 1)}机械有限公司`, land, rounded(land * draw.between(1.2, 24))];
    });
    return { name, cells: [HEADER, ...lines] };
  });
  const rows = sheets.flatMap(({ name: sheet, cells }) =>
    cells.slice(1).map(([, enterprise, land, tax], at): TrueRow => {
      return { sheet, row: at + 2, enterprise: String(enterprise), landArea: Number(land), taxPaid: Number(tax) };
    }),
  );
  return { sheets, rows };
}

const TWENTY = 'a workbook of 20 township sheets of 60 rows';

describe(TWENTY, () => {
  it('is read as one ledger, and the results are written into each sheet', async () => {
    const { sheets, rows } = townshipSheets();
    const reader = await sheetsReader(sheets, POLICY);
    const [question] = reader.offered().questions.filter(({ about }) => about === 'table');
    if (question) await reader.press(question.id, question.answers[0] ?? '');
    const read = reader.offered().rows.length;
    const written = await reader.write();
    const wrong = rows.filter((one) => !written.get(one.sheet)?.[one.row - 1]?.includes(trueTier(POLICY, one)));
    const isRight = read === rows.length && wrong.length === 0;
    expect({ isRight, read }).toEqual({ isRight: !NOT_READ_YET.includes(TWENTY), read });
  }, 120_000);
});

describe('a ledger of 200,000 rows', () => {
  it('is read to its last row', async () => {
    const land = (at: number) => rounded(4 + ((at * 7919) % 6007) / 100);
    const perMu = (at: number) => 1.3 + ((at * 104_729) % 2203) / 100;
    const lines = Array.from({ length: 200_000 }, (_, at): CellValue[] => {
      return [at + 1, `越州第${String(at + 1)}机械有限公司`, land(at), rounded(land(at) * perMu(at))];
    });
    const { rows } = (await sheetsReader([{ name: '台账', cells: [HEADER, ...lines] }], POLICY)).offered();
    expect(rows).toHaveLength(200_000);
    const [, enterprise, landArea, taxPaid] = lines.at(-1) ?? [];
    const last = { sheet: '台账', row: 200_001, enterprise, landArea, taxPaid };
    const tier = trueTier(POLICY, { ...last, landArea: Number(landArea), taxPaid: Number(taxPaid), enterprise: '' });
    expect(rows.at(-1)).toEqual({ ...last, tier });
  }, 240_000);
});
