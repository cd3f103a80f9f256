import { plainTable, PLAIN_HEAD } from '../../engine/report/index';
import { sheetsToFile } from '../../package/sheetsToFile';
import type { NewSheet, SheetCell } from '../../sheet/sheet';
import { fieldOf } from '../../engine/ledger/index';
import { quotedName, quotedText, type Duck } from '../duck';
import { WHERE } from '../read/rowsTable';
import type { MeasureAnswer } from './queries';

const [AREA, TAX, TOWNSHIP] = ['landArea', 'taxPaid', 'township'].map((id) => fieldOf(id).label) as [
  string,
  string,
  string,
];
/** How an answer begins that could not be told. */
const OPEN = '待核实';

interface Level {
  readonly name: string;
  readonly head: readonly string[];
  /** The columns that its lines stand for, as SQL. */
  readonly by: readonly string[];
}

const PLACE = `COALESCE(${quotedName(WHERE.place)}, ${quotedName(WHERE.file)})`;
const FILE = quotedName(WHERE.file);
/** A province keeps a folder for each of its cities. */
const CITIES: Level = {
  name: '按市',
  head: ['市（文件夹）'],
  by: [`CASE WHEN CONTAINS(${FILE}, '/') THEN SPLIT_PART(${FILE}, '/', 1) ELSE '不在文件夹里的' END`],
};
const LEVELS: readonly Level[] = [
  { name: '按县', head: ['县（文件）'], by: [PLACE] },
  { name: '按乡镇', head: ['县（文件）', '区镇'], by: [PLACE, `COALESCE(${quotedName(TOWNSHIP)}, '未填')`] },
];
const SUMS = [
  { head: '户数', width: 50, format: '#,##0' },
  { head: '面积（亩）', width: 72, format: '#,##0.00' },
  { head: '税收（万元）', width: 80, format: '#,##0.00' },
  { head: '亩均税收（万元/亩）', width: 84, format: '#,##0.00' },
] as const;

/** What is summed up: the judged rows, and under what title and line. */
interface Summed {
  readonly from: string;
  readonly title: string;
  readonly line: string;
}

/**
 * A workbook of what was judged, by city where files lie in folders, by county and by township: how many, how much land, how much tax,
 * how many have each answer, and what each measure comes to.
 */
export async function summary(
  duck: Duck,
  {
    answers,
    measures,
    ...given
  }: Summed & { readonly answers: readonly string[]; readonly measures: readonly MeasureAnswer[] },
): Promise<Uint8Array> {
  const inFolders = await duck.rows(`SELECT 1 FROM ${given.from} WHERE CONTAINS(${FILE}, '/') LIMIT 1`);
  const levels = inFolders.length > 0 ? [CITIES, ...LEVELS] : LEVELS;
  const sheets: NewSheet[] = [];
  for (const answer of answers) {
    const words = await wordsOf(duck, given.from, answer);
    for (const level of levels) sheets.push(await levelSheet(duck, { ...given, answer, words, level }));
  }
  if (measures.length > 0)
    for (const level of levels) sheets.push(await measureSheet(duck, { ...given, measures, level }));
  return sheetsToFile(sheets);
}

async function wordsOf(duck: Duck, from: string, answer: string): Promise<string[]> {
  const rows = await duck.rows(
    `SELECT ${quotedName(answer)}, COUNT(*) AS n FROM ${from} WHERE NOT starts_with(${quotedName(answer)}, '${OPEN}') GROUP BY 1 ORDER BY n DESC, 1`,
  );
  return rows.map(([word]) => String(word));
}

async function levelSheet(
  duck: Duck,
  given: Summed & { readonly answer: string; readonly words: readonly string[]; readonly level: Level },
): Promise<NewSheet> {
  const { from, answer, words, level, title, line } = given;
  const both = `${quotedName(AREA)} > 0 AND ${quotedName(TAX)} IS NOT NULL`;
  const counts = [
    ...words.map((word) => `SUM(CASE WHEN ${quotedName(answer)} = ${quotedText(word)} THEN 1 ELSE 0 END)`),
    `SUM(CASE WHEN starts_with(${quotedName(answer)}, '${OPEN}') THEN 1 ELSE 0 END)`,
  ];
  const sums = [
    'COUNT(*)',
    `SUM(${quotedName(AREA)})`,
    `SUM(${quotedName(TAX)})`,
    // Σ tax over Σ land of the rows that have both, never a mean of quotients.
    `SUM(CASE WHEN ${both} THEN ${quotedName(TAX)} END) / NULLIF(SUM(CASE WHEN ${both} THEN ${quotedName(AREA)} END), 0)`,
  ];
  const select = (by: readonly string[]) => `SELECT ${[...by, ...sums, ...counts].join(', ')} FROM ${from}`;
  const order = level.by.map((_, at) => String(at + 1)).join(', ');
  const [all] = await duck.rows(select(level.by.map((_, at) => (at === 0 ? `'合计'` : `''`))));
  const rows = await duck.rows(`${select(level.by)} GROUP BY ${order} ORDER BY ${order}`);
  const lines = [...(all ? [all] : []), ...rows].map((cells) => cells.map(cellOf));
  const counted = [...words, OPEN];
  const left = level.head.length + SUMS.length;
  return plainTable({
    name: `${answer}${level.name}`,
    title: `${title}：${answer}${level.name}`,
    line,
    columns: [
      ...level.head.map((head) => ({ head, width: 110 })),
      ...SUMS,
      ...counted.map((head) => ({ head, width: 62, format: '#,##0' })),
    ],
    rows: lines,
    totals: 1,
    ...(level.by.length > 1 || rows.length === 0
      ? {}
      : { charts: [chartOf(answer, counted, { left, rows: rows.length })] }),
  });
}

const MEASURE_COLUMNS = [
  { head: '差别化政策', width: 150 },
  { head: '结论', width: 120 },
  { head: '户数', width: 50, format: '#,##0' },
  { head: '面积（亩）', width: 72, format: '#,##0.00' },
  { head: '最小', width: 62, format: '#,##0.00##' },
  { head: '最大', width: 62, format: '#,##0.00##' },
  { head: '合计', width: 80, format: '#,##0.00' },
] as const;

/** Measure after measure: how many have an amount, its range and, where it is no rate, its sum; and how many have which words. */
async function measureSheet(
  duck: Duck,
  {
    from,
    measures,
    level,
    title,
    line,
  }: Summed & { readonly measures: readonly MeasureAnswer[]; readonly level: Level },
): Promise<NewSheet> {
  const select = (by: readonly string[]) =>
    measures.map(
      (own, at) => `SELECT ${String(at)}, ${[...by, ...measureSums(own)].join(', ')} FROM ${from} GROUP BY ALL`,
    );
  const order = [...level.by.keys(), -1, level.by.length + 1].map((at) => String(at + 2)).join(', ');
  const asked = (by: readonly string[]) => duck.rows(`${select(by).join(' UNION ALL ')} ORDER BY ${order}`);
  const all = await asked(level.by.map((_, at) => (at === 0 ? `'合计'` : `''`)));
  const rows = [...all, ...(await asked(level.by))];
  return plainTable({
    ...{ name: `差别化政策${level.name}`, title: `${title}：差别化政策${level.name}`, line, totals: all.length },
    columns: [...level.head.map((head) => ({ head, width: 110 })), ...MEASURE_COLUMNS],
    rows: rows.map((cells) => cells.slice(1).map(cellOf)),
  });
}

/** A rate (元/亩) has no sum. */
function measureSums({ measure: { name, unit }, gives }: MeasureAnswer): string[] {
  const words = quotedName(gives.at(-1) ?? '');
  const amount = gives.length > 1 ? quotedName(gives[0] ?? '') : 'CAST(NULL AS DOUBLE)';
  return [
    quotedText(unit === '' ? name : `${name}（${unit}）`),
    `CASE WHEN ${words} IS NULL THEN '有数的' WHEN starts_with(${words}, '${OPEN}') THEN '${OPEN}' ELSE ${words} END`,
    ...['COUNT(*)', `SUM(${quotedName(AREA)})`, `MIN(${amount})`, `MAX(${amount})`],
    unit.includes('/') ? 'CAST(NULL AS DOUBLE)' : `SUM(${amount})`,
  ];
}

function cellOf(value: unknown): SheetCell {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : Number(value);
}

/** How many of each county have each answer, below the table. */
function chartOf(
  answer: string,
  words: readonly string[],
  { left, rows }: { readonly left: number; readonly rows: number },
): NonNullable<NewSheet['charts']>[number] {
  const first = PLAIN_HEAD + 2;
  return {
    kind: 'stackedColumn',
    title: `各县${answer}户数`,
    place: { row: first + rows + 1, column: 0, rows: 18, columns: Math.min(8, left + words.length) },
    categories: { row: first, column: 0, rows, columns: 1 },
    series: words.map((name, at) => ({ name, values: { row: first, column: left + at, rows, columns: 1 } })),
  };
}
