import { describe, expect, it } from 'vitest';
import { fromJSONSchema } from 'zod';
import { grade, type GradeVerdict } from '../../../src/engine/assess/grade';
import { gradeText } from '../../../src/engine/assess/gradeText';
import { judge } from '../../../src/engine/assess/judge';
import { measureCell, measuresOf } from '../../../src/engine/assess/measures';
import { readingsOf } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { packCells } from '../../../src/engine/policy/cells/packCells';
import { lintPack } from '../../../src/engine/policy/lint/lintPack';
import packSchema from '../../../src/engine/policy/pack.schema.json';
import { cleanLedger } from '../../../src/engine/report/clean/cleanLedger';
import { gradeSql } from '../../../src/engine/report/grade/gradeSql';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import { mujunGrade } from '../../../src/functions/mujunGrade';
import { mujunMeasure } from '../../../src/functions/mujunMeasure';
import { mujunTier } from '../../../src/functions/mujunTier';
import { renewalPath } from '../../../src/functions/renewalPath';
import type { NewSheet } from '../../../src/sheet/sheet';
import { oneTable } from '../../../src/sheet/whereCellsStand';
import { MEASURE_WORDS, unresolvedText } from '../../../src/text/functions';
import { askDuckDb } from '../../support/duckDb';
import { calculatedSheets } from '../../support/openSheets';
import { readingRows } from '../../support/readingRows';
import { NEEDS_DAY, readNeeds, type Need } from './support/needs';
import { cellsOfSections } from './support/packRows';

const NEEDS = readNeeds();
const named = NEEDS.map((own) => [own.need, own] as const);
const TABLES = { 档位: 'tiers', 路径: 'paths' } as const;
type Answers = Readonly<Record<string, readonly string[]>>;

const scoreText = (score: number): string => String(Math.round(score * 1e6) / 1e6);
const ranked = (verdict: GradeVerdict): string => (verdict.kind === 'ranked' ? scoreText(verdict.score) : '');

/** The answers that are asked for, of those that a reading gives. */
function asked({ answers }: Need, given: Answers): Answers {
  return Object.fromEntries([...answers.keys()].flatMap((head) => (given[head] ? [[head, given[head]]] : [])));
}

function judgements({ ledger, context, answers }: Need) {
  return Object.entries(TABLES).flatMap(([head, table]) => {
    const judgement = answers.has(head) ? judge(ledger, context, table) : undefined;
    return judgement ? [[head, table, judgement] as const] : [];
  });
}

function byKernel(own: Need): Answers {
  const { ledger, context, rows } = own;
  const verdicts = grade(ledger, context)?.verdicts ?? [];
  const judged = judgements(own).map(([head, , judgement]) => {
    return [head, rows.map((_, row) => verdictInWords(judgement, row, unresolvedText))] as const;
  });
  const measured = measuresOf(ledger, context).map(({ measure, verdicts: set }) => {
    return [measure.name, set.map((verdict) => String(measureCell(verdict, MEASURE_WORDS)))] as const;
  });
  return {
    ...Object.fromEntries([...judged, ...measured]),
    综合得分: verdicts.map(ranked),
    评定等级: verdicts.map((verdict) => gradeText(verdict, unresolvedText)),
  };
}

/** What the functions answer in cells, with the policy as cells and blanks as one kind of Excel delivers them. */
function byFunctions(own: Need, blank: Cell): Answers {
  const { pack, headers, answers } = own;
  const policy = cellsOfSections(packCells(pack));
  const rows = own.rows.map((line) => line.map((cell) => (cell === '' ? blank : cell)));
  const column = (at: number) => rows.map((line) => [line[at] ?? '']);
  const group = headers.findIndex((head) => ['行业', '产业集聚区'].includes(head));
  const texts = (cells: readonly (readonly Cell[])[]) => cells.map(([cell]) => String(cell));
  const given = {
    档位: () => mujunTier.answer(column(1), column(2), policy, column(group), NEEDS_DAY),
    路径: () => renewalPath.answer([headers], rows, policy, NEEDS_DAY),
    评定等级: () => mujunGrade.answer([headers], rows, policy, NEEDS_DAY),
    电价加价: () => mujunMeasure.answer([headers], rows, policy, NEEDS_DAY, '电价加价'),
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([head, ask]) => (answers.has(head) ? [[head, texts(ask())]] : [])),
  );
}

async function bySql(own: Need): Promise<Answers> {
  const { ledger, context, answers } = own;
  const { table } = readingRows({ ledger, context, readings: readingsOf(ledger, context) }, '台账');
  const judged = await Promise.all(
    judgements(own).map(async ([head, , judgement]) => {
      const query = verdictSql(judgement, { table: '台账', as: head, unresolved: unresolvedText });
      return [head, (await askDuckDb(table, query, head)).map(String)] as const;
    }),
  );
  const grades = answers.has('评定等级') ? grade(ledger, context) : undefined;
  if (!grades) return Object.fromEntries(judged);
  const query = gradeSql(grades, { table: '台账', order: 'row', as: '评定等级', unresolved: unresolvedText });
  const scores = await askDuckDb(table, query, '综合得分');
  return {
    ...Object.fromEntries(judged),
    综合得分: scores.map((score) => (score === null ? '' : scoreText(Number(score)))),
    评定等级: (await askDuckDb(table, query, '评定等级')).map(String),
  };
}

/** 标准台账 in classic formulas, under a name of its own, and the sheet that it looks at. */
function sheetsOf(own: Need, at: number): readonly NewSheet[] {
  const { ledger, context, headers, rows } = own;
  const source = `台账${String(at)}`;
  const results = judgements(own).map(([, table, judgement]) => [table, judgement] as const);
  const grades = own.answers.has('评定等级') ? grade(ledger, context) : undefined;
  const sheet = cleanLedger({
    ...{ title: '试算', standing: oneTable({ sheet: source, row: 1, column: 0 }), rows, ledger },
    ...{ note: '', unresolved: unresolvedText, ...Object.fromEntries(results) },
    ...(grades ? { grades } : {}),
  });
  return [
    { name: source, freezeRows: 0, blocks: [{ row: 0, column: 0, values: [[...headers]] }] },
    { ...sheet, name: `标准台账${String(at)}` },
  ];
}

function inSheet(grid: readonly (readonly string[])[], { rows }: Need): Answers {
  const head = grid.findIndex(([first]) => first === '键');
  const columns = ['档位', '路径', '综合得分', '评定等级'].map((name) => {
    const at = grid[head]?.indexOf(name) ?? -1;
    const texts = rows.map((_, row) => grid[head + 1 + row]?.[at] ?? '?');
    return [name, name === '综合得分' ? texts.map((text) => (text === '' ? '' : scoreText(Number(text)))) : texts];
  });
  return Object.fromEntries(columns) as Answers;
}

it('every need of the real policies has its case, with answers of its own', () => {
  expect(NEEDS).toHaveLength(24);
  expect(new Set(NEEDS.map(({ need }) => need)).size).toBe(NEEDS.length);
  expect(NEEDS.filter(({ answers, rows }) => answers.size === 0 || rows.length === 0)).toEqual([]);
});

describe.each(named)('%s', (_, own) => {
  it('is known to the published JSON Schema, and nothing beside it is', () => {
    const schema = fromJSONSchema(packSchema as Parameters<typeof fromJSONSchema>[0]);
    expect(schema.safeParse(own.file).error?.issues ?? []).toEqual([]);
    expect(schema.safeParse({ ...own.file, 别的: 1 }).success).toBe(false);
  });

  it('has no findings', () => {
    expect(lintPack(own.pack)).toEqual([]);
  });

  it('is answered by the kernel as worked out by hand', () => {
    expect(asked(own, byKernel(own))).toEqual(Object.fromEntries(own.answers));
  });

  it.each<[string, Cell]>([
    ["''", ''],
    ['null', null],
  ])('is answered in cells, blanks as %s', (__, blank) => {
    const said = byFunctions(own, blank);
    const heads = [...own.answers.keys()].filter((head) => head !== '综合得分');
    expect(said).toEqual(Object.fromEntries(heads.map((head) => [head, own.answers.get(head)])));
  });

  it('is answered by the query, asked of DuckDB', { timeout: 60_000 }, async () => {
    const said = await bySql(own);
    const heads = [...own.answers.keys()].filter(
      (head) => own.pack.measures?.every(({ name }) => name !== head) ?? true,
    );
    expect(asked(own, said)).toEqual(Object.fromEntries(heads.map((head) => [head, own.answers.get(head)])));
  });
});

it('all of them are answered by classic formulas, calculated by LibreOffice', { timeout: 240_000 }, () => {
  const grids = calculatedSheets(NEEDS.flatMap(sheetsOf));
  const wrong = NEEDS.flatMap((own, at) => {
    const said = inSheet(grids.get(`标准台账${String(at)}`) ?? [], own);
    return [...own.answers].flatMap(([head, answers]) =>
      said[head] && said[head].join() !== answers.join() ? [[own.need, head, said[head], answers]] : [],
    );
  });
  expect(wrong).toEqual([]);
});
