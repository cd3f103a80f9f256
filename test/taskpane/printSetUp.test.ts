import { finish } from '../../src/steps/steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeView, viewOffers, decisionSheet, parameterSheet } from '../../src/engine/report/index';
import { fitPrint } from '../../src/sheet/fitPrint';
import type { NewSheet, SheetPrint } from '../../src/sheet/sheet';
import { assess } from '../../src/taskpane/model/verdict/assessment';
import { mappingOf } from '../../src/taskpane/model/reading/mapping';
import { sourceOf } from '../../src/taskpane/model/reading/source';
import { planResultSheet } from '../../src/taskpane/plans/results/planResultSheet';
import { groundsOfRows } from '../../src/taskpane/model/verdict/resultRows';
import { cleanLedgerModel } from '../../src/taskpane/plans/results/planCleanLedger';
import { appliedPolicy } from '../../src/taskpane/state/paneState';
import type { CellValue } from '../../src/workbook/port';
import { fixtureInput } from '../engine/report/lists/support';
import type { PrintedWord } from '../package/support/pdfPages';
import { fixtureSheet, SHENGYUE, TAIPU } from '../support/fixtureSheet';
import { MARGINS, printed, sheetOf } from './support/printedSheet';

const LEAST = 0.6;
const LONG = { A4: 842, A3: 1191 } as const;
const SHORT = { A4: 595, A3: 842 } as const;

const heads = (widths: readonly number[]): NewSheet => ({
  name: '表',
  freezeRows: 1,
  blocks: widths.map((columnWidth, column) => ({
    ...{ row: 0, column, values: [[column === 1 ? '企业名称' : `列${column}`], ['值']], format: { columnWidth } },
  })),
});

/** The scale at which the widest page of a sheet fits its paper, whole columns to a page. */
function scaleOf(
  { landscape, paper = 'A4', pagesWide = 1, titleColumns, margins }: SheetPrint,
  widths: readonly number[],
) {
  const side = (landscape ? LONG : SHORT)[paper] - ((margins.left + margins.right) * 72) / 2.54;
  const sum = (of: readonly number[]) => of.reduce((total, width) => total + width, 0);
  const repeated = titleColumns ? sum(widths.slice(0, titleColumns.last + 1)) : 0;
  const rest = titleColumns ? widths.slice(titleColumns.last + 1) : widths;
  for (let percent = 100; percent > 0; percent--) {
    const room = side / (percent / 100) - repeated;
    let [pages, used] = [1, 0];
    for (const width of rest) {
      if (used > 0 && used + width > room) [pages, used] = [pages + 1, 0];
      used += width;
    }
    if (pages <= pagesWide && Math.max(...rest) <= room) return percent / 100;
  }
  return 0;
}

describe('a sheet that is written', () => {
  it('is that of a few rows for a sheet of two hundred thousand', () => {
    const printOf = (rows: number) => {
      const values = Array.from({ length: rows }, (_, row) => [`${String(row)}号公司`, row]);
      return fitPrint({ name: '台账', freezeRows: 1, blocks: [{ row: 0, column: 0, values }] }).print;
    };
    expect(printOf(200_000)).toEqual(printOf(3));
    expect(printOf(3)?.margins).toBeDefined();
  });

  it('prints at 60 % or more, whatever its widths, with the names on every page', () => {
    const widths = fc.array(fc.integer({ min: 30, max: 420 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(widths, (columns) => {
        const { print } = fitPrint(heads(columns));
        if (!print) throw new Error('no print set-up');
        expect(scaleOf({ ...print, margins: MARGINS }, columns)).toBeGreaterThanOrEqual(LEAST);
        // They take no more than a third of a page of A3 at that scale.
        const narrow = (columns[0] ?? 0) + (columns[1] ?? 0) <= 450;
        if (print.pagesWide !== undefined && narrow) expect(print.titleColumns).toEqual({ first: 0, last: 1 });
      }),
    );
  });

  it('keeps what it says itself of paper and pages, and is left alone where it is hidden', () => {
    const wide = heads(Array<number>(40).fill(200));
    const own = { landscape: false, paper: 'A4', margins: MARGINS } as const;
    expect(fitPrint({ ...wide, print: own }).print).toEqual(own);
    expect(fitPrint({ ...wide, hidden: true }).print).toBeUndefined();
  });
});

function judged(file: string, policyId: string, rows: number) {
  const values = (fixtureSheet(file) as CellValue[][]).slice(0, rows);
  const source = sourceOf({
    sheet: { id: '1', name: '台账', visible: true, protected: false },
    area: { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
    ...{ values, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  });
  const policy = appliedPolicy({ policyId });
  if (!source || !policy) throw new Error('nothing to judge');
  return { source, policy, assessment: assess(source, mappingOf(source, new Map()).headers, policy) };
}

/** How many rows a page of a list has: the longest run of serial numbers on it. */
function serialsOf(words: readonly PrintedWord[]): number {
  const numbers = new Set(words.flatMap(({ text }) => (/^\d{1,4}$/.test(text) ? [Number(text)] : [])));
  const runFrom = (start: number) => {
    let length = 0;
    while (numbers.has(start + length)) length++;
    return length;
  };
  return Math.max(0, ...[...numbers].map(runFrom));
}

describe('printed by LibreOffice', () => {
  const shengyue = judged(SHENGYUE, 'shengzhou-2021', 160);
  const grounds = finish(groundsOfRows(shengyue.source, shengyue.assessment));
  const decisions = decisionSheet(shengyue.policy, { policy: '嵊州2021' });
  const carriers = fixtureInput(TAIPU, 'taicang-2023');
  const carrierLists = viewOffers(carriers).filter(({ kind, name }) => kind === 'list' && /底数|推进/.test(name));
  const sheets: [string, NewSheet][] = [
    ['判定结果', sheetOf(planResultSheet(shengyue.source, shengyue.assessment, { note: '系统初步研判', grounds }))],
    ['标准台账', finish(cleanLedgerModel(shengyue.source, shengyue.assessment))],
    ['判定表', decisions.model],
    ['政策参数', parameterSheet(shengyue.policy, { policy: '嵊州2021' }, decisions).model],
    ...carrierLists.map(({ id, name }): [string, NewSheet] => [
      name,
      finish(makeView(id, { ...carriers, rows: carriers.rows.slice(0, 120) }, name)).model,
    ]),
  ];

  it.each(sheets)(
    '%s: at 60 % or more, every page numbered, nothing cut',
    (name, sheet) => {
      const { pages, scale, cut } = printed(sheet);
      process.stdout.write(
        `${name}: ${String(Math.round(scale * 100))} %, ${String(pages.length)} pages, ${String(cut.length)} texts cut\n`,
      );
      const words = pages.map((page) => page.map(({ text }) => text).join(' '));

      expect(scale).toBeGreaterThanOrEqual(LEAST - 0.02);
      expect(words.filter((text) => text.includes('###'))).toEqual([]);
      expect(cut).toEqual([]);
      if (/底数|推进/.test(name)) expect(Math.max(...pages.map(serialsOf))).toBeGreaterThanOrEqual(25);
      expect(words.filter((text) => !/第 ?\d+ ?页/.test(text))).toEqual([]);
    },
    120_000,
  );
});
