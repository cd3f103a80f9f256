import { rmSync } from 'node:fs';
import { clock } from '../../taskpane/clock';
import { Duck, quotedName, quotedText } from '../duck';
import { ledgersIn, writeBytes, writeWhole, type FoundFile } from '../files';
import { policyAsked } from '../policyAsked';
import { EXIT, type Exit } from '../exit';
import type { ThreadTold } from '../serveThread';
import { onThreads } from '../threads';
import { Told } from '../told';
import { answersText, readAnswers, type ReaderAsked } from './answers';
import { overlaps, settled } from './overlaps';
import { withOtherYears, keptOf, type FileKept, type FileRead } from './fileRead';
import { readReport, type FileOutcome } from './readReport';
import { PLACES, rowColumns, WHERE } from './rowsTable';

/** What `mujun read` is asked. */
export interface ReadAsked {
  readonly places: readonly string[];
  readonly out: string;
  readonly policy?: string | undefined;
  readonly asOf?: string | undefined;
  readonly answers?: string | undefined;
  readonly threads: number;
  readonly script: URL;
  readonly progress: (text: string) => void;
}

/** What came of it, for `--json`. */
export interface ReadDone {
  readonly files: number;
  readonly read: number;
  readonly refused: number;
  readonly asked: number;
  readonly rows: number;
  readonly out: string;
  readonly report: string;
  readonly questions?: string;
}

const XLSX_ONLY = '只读 .xlsx 和 .xlsm，请在 WPS 或 Excel 中另存为 .xlsx 后再读';

/** Reads every ledger through the pane's own intake into one table of rows. Nothing of the sources is changed. */
export async function read(asked: ReadAsked): Promise<{ readonly exit: Exit; readonly done: ReadDone }> {
  const { places, out, policy, asOf, progress } = asked;
  const { found, refused } = ledgersIn(places);
  if (found.length === 0) throw new Told('没有找到 .xlsx 或 .xlsm 台账');
  policyAsked(policy, asOf);
  const answers = asked.answers === undefined ? [] : readAnswers(asked.answers);
  const database = `${out}.part.duckdb`;
  rmSync(database, { force: true });
  const duck = await Duck.open(database);
  try {
    const files: FileKept[] = [];
    const tables = new Set<string>();
    for await (const one of readers(found, asked, { policy, asOf, answers })) {
      const read = withoutTwice(one, files);
      await keep(duck, read, files.length, tables);
      files.push(keptOf(read));
      progress(
        `读入 ${files.length}/${found.length}：${read.file}${read.refused === undefined ? '' : `，没有读入：${read.refused}`}`,
      );
    }
    const outcomes = await finished(duck, { files: withOtherYears(files), tables, answers, out });
    const others = refused.map(({ name }): FileOutcome => ({ read: refusedFile(name) }));
    return await told(asked, [...outcomes, ...others], answers);
  } finally {
    duck.close();
    for (const end of ['', '.wal']) rmSync(database + end, { force: true });
  }
}

function readers(found: readonly FoundFile[], asked: ReadAsked, told: ReaderAsked): AsyncGenerator<FileRead> {
  const threads = Math.min(asked.threads, found.length);
  return onThreads(found, { threads, script: asked.script, told: { kind: 'read', ...told } satisfies ThreadTold });
}

function refusedFile(file: string): FileKept {
  return { file, print: '', place: '', refused: XLSX_ONLY, questions: [], told: [], setAside: 0 };
}

/** The same bytes again are not read twice. */
function withoutTwice(read: FileRead, before: readonly FileKept[]): FileRead {
  const same = read.rows && before.find(({ print, counted }) => counted && print === read.print);
  if (!same) return read;
  const { rows: _rows, ...rest } = read;
  return { ...rest, questions: [], refused: `与“${same.file}”完全相同，没有再读` };
}

/** Files of the same columns share a table, so that none is wider than it has to be. */
async function keep(duck: Duck, read: FileRead, place: number, tables: Set<string>): Promise<void> {
  if (!read.rows) return;
  const columns = rowColumns(read, read.rows, place);
  const table = `t ${columns.map(({ name, type }) => name + type).join(' ')}`;
  if (!tables.has(table)) await duck.create(table, columns);
  tables.add(table);
  await duck.append(table, columns, read.rows.count);
}

/** Decides which files count, and writes their rows in the order of the files. */
async function finished(
  duck: Duck,
  {
    files,
    tables,
    answers,
    out,
  }: {
    readonly files: readonly FileKept[];
    readonly tables: ReadonlySet<string>;
    readonly answers: ReturnType<typeof readAnswers>;
    readonly out: string;
  },
): Promise<FileOutcome[]> {
  if (tables.size === 0) throw new Told('没有一份文件读得出台账，没有写出。请看上面每份文件的原因');
  const rows = [...tables].map((table) => `SELECT * FROM ${quotedName(table)}`).join(' UNION ALL BY NAME ');
  const { out: left, asked } = settled(await overlaps(duck, rows, files), files, answers);
  const kept = left.size === 0 ? '' : `WHERE ${quotedName(PLACES.file)} NOT IN (${[...left].join(', ')})`;
  const order = `ORDER BY ${quotedName(PLACES.file)}, ${quotedName(PLACES.row)}`;
  const places = Object.values(PLACES).map(quotedName).join(', ');
  await writeWhole(out, (place) =>
    duck.run(
      `COPY (SELECT CAST(ROW_NUMBER() OVER (${order}) - 1 AS INTEGER) AS ${quotedName(WHERE.order)}, * EXCLUDE (${places})
FROM (${rows}) ${kept} ${order}) TO ${quotedText(place)} (FORMAT parquet, KV_METADATA {mujun: 'rows 1', units: '面积 亩；金额 万元；建筑面积 平方米'})`,
    ),
  );
  return files.map((read, at) => {
    const more = asked.get(at) ?? [];
    const all = more.length === 0 ? read : { ...read, questions: [...read.questions, ...more] };
    return left.has(at) ? { read: all, leftOut: '与另一份台账的企业重复，等选定用哪一份' } : { read: all };
  });
}

async function told(
  { out }: ReadAsked,
  files: readonly FileOutcome[],
  answers: ReturnType<typeof readAnswers>,
): Promise<{ exit: Exit; done: ReadDone }> {
  const report = out.replace(/\.parquet$/, '') + '-读入情况.xlsx';
  await writeBytes(report, readReport(files, clock()));
  const reads = files.map(({ read }) => read);
  const open = reads.filter(({ questions }) => questions.length > 0);
  const questions = out.replace(/\.parquet$/, '') + '-待答.yaml';
  if (open.length > 0) await writeBytes(questions, answersText(open, answers));
  const refused = reads.filter((own) => own.refused !== undefined).length;
  const counted = files.flatMap(({ read, leftOut }) =>
    read.counted && leftOut === undefined ? [read.counted.rows] : [],
  );
  const done = {
    ...{ files: files.length, read: files.length - refused, refused, asked: open.length, out, report },
    rows: counted.reduce((sum, rows) => sum + rows, 0),
    ...(open.length > 0 ? { questions } : {}),
  };
  return { exit: open.length > 0 ? EXIT.asked : refused > 0 ? EXIT.someRefused : EXIT.done, done };
}
