import { finish } from '../../src/steps/steps';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sampleLedger } from '../../test/support/sample/sampleLedger';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import type { NewSheet, SheetBlock } from '../../src/sheet/sheet';
import { assess } from '../../src/taskpane/model/verdict/assessment';
import { mappingOf } from '../../src/taskpane/model/reading/mapping';
import { sourceOf } from '../../src/taskpane/model/reading/source';
import { planChecks } from '../../src/taskpane/plans/policy/planChecks';
import { cleanLedgerModel } from '../../src/taskpane/plans/results/planCleanLedger';
import { planSheets } from '../../src/taskpane/plans/planSheets';
import { appliedPolicy } from '../../src/taskpane/state/paneState';
import { sentBlock } from '../../src/workbook/excel/filling';
import { blockLines } from '../../src/workbook/excel/writeBlocks';
import type { CellBlock, WritePlan } from '../../src/workbook/port';
import { findSoffice } from '../find-soffice';

const SIZES = [1_200, 5_000, 20_000] as const;
const LEDGER = '示例台账';

/** What each policy's 标准台账 calculates: lines alone, means over townships, scores and ranks. */
const POLICIES = ['shengzhou-2021', 'taicang-2023', 'grading-template'] as const;

/** 标准台账 and 核对表 of 1,200, 5,000 and 20,000 rows: planning, what goes up, and LibreOffice's opening with everything calculated anew. */
export function benchSheets(sizes: readonly number[] = SIZES): string {
  const lines = sizes.flatMap((rows) => POLICIES.map((policy) => cleanLine(rows, policy)));
  return ['sheets with formulas (growth from 1,200 to 20,000 rows is 16.7 where it is linear):', ...lines].join('\n');
}

function cleanLine(rows: number, policy: (typeof POLICIES)[number]): string {
  const { ledger, source, assessment } = ledgerOf(rows, policy);
  const [clean, cleanTime] = timed(() => finish(cleanLedgerModel(source, assessment)));
  const [checks, checkTime] = timed(() => finish(planChecks(source, assessment)));
  const plan = planSheets('标准台账', [clean]);
  const ofClean = `标准台账 planned in ${cleanTime.toFixed(0)} ms, ${sizesOf(plan)}, LibreOffice ${recalculated([ledger, clean])}`;
  const ofChecks =
    checks && policy === POLICIES[0]
      ? `; 核对表 planned in ${checkTime.toFixed(0)} ms, ${sizesOf(checks)}, LibreOffice ${recalculated([sheetOf(checks)])}`
      : '';
  return `${rows.toLocaleString('en-US')} rows, ${policy}: ${ofClean}${ofChecks}`;
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const made = work();
  return [made, performance.now() - start];
}

function ledgerOf(count: number, policyId: string) {
  const { title, headers, rows } = sampleLedger({ rows: count, seed: 1 });
  const width = headers[0]?.length ?? 0;
  const lines = [[title], [], ...headers, ...rows];
  const values = lines.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? ''));
  const ledger: NewSheet = { name: LEDGER, freezeRows: 0, blocks: [{ row: 0, column: 0, values }] };
  const source = sourceOf({
    sheet: { id: 'sheet', name: LEDGER, visible: true, protected: false },
    area: { row: 0, column: 0, rows: values.length, columns: width },
    ...{ values, hiddenColumns: [], hiddenRows: [], tables: [] },
    merges: [{ row: 0, column: 0, rows: 1, columns: width }],
  });
  if (!source) throw new Error('no ledger');
  const policy = appliedPolicy({ policyId });
  return { ledger, source, assessment: assess(source, mappingOf(source, new Map()).headers, policy) };
}

/** What a block weighs in a request to Excel, where the JSON of the cells is a text of another JSON. */
function bytesOf(block: CellBlock): number {
  const { pieces } = sentBlock(block, blockLines(block));
  return pieces.reduce((sum, { lines }) => sum + Buffer.byteLength(JSON.stringify(JSON.stringify(lines))), 0);
}

function sizesOf({ blocks }: WritePlan): string {
  const up = blocks.reduce((sum, block) => sum + bytesOf(block), 0);
  const plain = blocks.reduce((sum, { filled: _, ...block }) => sum + bytesOf(block), 0);
  return `${(up / 1e6).toFixed(2)} MB up (${(plain / 1e6).toFixed(1)} MB cell by cell)`;
}

function sheetOf({ blocks }: WritePlan): NewSheet {
  const own = blocks.map(({ area, values = [], formulas }): SheetBlock => ({
    ...{ row: area.row, column: area.column, values },
    ...(formulas ? { formulas } : {}),
  }));
  return { name: '核对表', freezeRows: 0, blocks: own };
}

/** Opened, calculated and written again: a formula without a value is calculated on opening. */
function recalculated(sheets: readonly NewSheet[]): string {
  const soffice = findSoffice();
  if (soffice === undefined) return 'not found';
  const folder = mkdtempSync(path.join(tmpdir(), 'mujun-bench-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const seconds = [sheets, sheets.map(withoutFormulas)].map((all) => {
      writeFileSync(path.join(folder, 'book.xlsx'), sheetsToFile(all));
      const args = [profile, '--headless', '--convert-to', 'ods', '--outdir', folder, path.join(folder, 'book.xlsx')];
      worked(soffice, args); // Begins with a profile of its own.
      return worked(soffice, args);
    });
    const [whole = NaN, values = NaN] = seconds;
    return `${whole.toFixed(1)} s of work (${values.toFixed(1)} s without the formulas)`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The seconds that a program and what it starts work, whatever else the machine does: the shell's own `times` of its children. */
function worked(program: string, args: readonly string[]): number {
  const told = execFileSync('/bin/sh', ['-c', '"$@" > /dev/null; times', 'sh', program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [user = '', system = ''] = told.trim().split('\n').at(-1)?.split(' ') ?? [];
  const seconds = (time: string) => Number(/(\d+)m/.exec(time)?.[1]) * 60 + Number(/m([\d.]+)s/.exec(time)?.[1]);
  return seconds(user) + seconds(system);
}

function withoutFormulas(sheet: NewSheet): NewSheet {
  return { ...sheet, blocks: sheet.blocks.map(({ formulas: _, filled: __, ...block }) => block) };
}
