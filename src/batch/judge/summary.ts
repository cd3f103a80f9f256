import { plainTable, PLAIN_HEAD } from '../../engine/report/index';
import { sheetsToFile } from '../../package/sheetsToFile';
import type { NewSheet, SheetCell } from '../../sheet/sheet';
import { fieldOf } from '../../engine/ledger/index';
import { quoted, quotedText, type Duck } from '../duck';
import { WHERE } from '../read/rowsTable';

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

const PLACE = `COALESCE(${quoted(WHERE.place)}, ${quoted(WHERE.file)})`;
const LEVELS: readonly Level[] = [
  { name: '按县', head: ['县（文件）'], by: [PLACE] },
  { name: '按乡镇', head: ['县（文件）', '区镇'], by: [PLACE, `COALESCE(${quoted(TOWNSHIP)}, '未填')`] },
];
const SUMS = [
  { head: '户数', width: 50, format: '#,##0' },
  { head: '面积（亩）', width: 72, format: '#,##0.00' },
  { head: '税收（万元）', width: 80, format: '#,##0.00' },
  { head: '亩均税收（万元/亩）', width: 84, format: '#,##0.00' },
] as const;

/** A workbook of what was judged, by county and by township: how many, how much land, how much tax, and how many have each answer. */
export async function summary(
  duck: Duck,
  {
    from,
    answers,
    title,
    line,
  }: { readonly from: string; readonly answers: readonly string[]; readonly title: string; readonly line: string },
): Promise<Uint8Array> {
  const sheets: NewSheet[] = [];
  for (const answer of answers) {
    const words = await wordsOf(duck, from, answer);
    for (const level of LEVELS) sheets.push(await levelSheet(duck, { from, answer, words, level, title, line }));
  }
  return sheetsToFile(sheets);
}

async function wordsOf(duck: Duck, from: string, answer: string): Promise<string[]> {
  const rows = await duck.rows(
    `SELECT ${quoted(answer)}, COUNT(*) AS n FROM ${from} WHERE NOT starts_with(${quoted(answer)}, '${OPEN}') GROUP BY 1 ORDER BY n DESC, 1`,
  );
  return rows.map(([word]) => String(word));
}

async function levelSheet(
  duck: Duck,
  given: { from: string; answer: string; words: readonly string[]; level: Level; title: string; line: string },
): Promise<NewSheet> {
  const { from, answer, words, level, title, line } = given;
  const both = `${quoted(AREA)} > 0 AND ${quoted(TAX)} IS NOT NULL`;
  const counts = [
    ...words.map((word) => `SUM(CASE WHEN ${quoted(answer)} = ${quotedText(word)} THEN 1 ELSE 0 END)`),
    `SUM(CASE WHEN starts_with(${quoted(answer)}, '${OPEN}') THEN 1 ELSE 0 END)`,
  ];
  const sums = [
    'COUNT(*)',
    `SUM(${quoted(AREA)})`,
    `SUM(${quoted(TAX)})`,
    // Σ tax over Σ land of the rows that have both, never a mean of quotients.
    `SUM(CASE WHEN ${both} THEN ${quoted(TAX)} END) / NULLIF(SUM(CASE WHEN ${both} THEN ${quoted(AREA)} END), 0)`,
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
