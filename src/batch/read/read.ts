import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { clock } from '../../taskpane/clock';
import { Duck, quotedName, quotedText } from '../duck';
import { ledgersIn, writeBytes, writeWhole } from '../files';
import { policyAsked } from '../policyAsked';
import { EXIT, type Exit } from '../exit';
import type { ThreadTold } from '../serveThread';
import { onThreads } from '../threads';
import { Told } from '../told';
import { answersText, readAnswers, type GivenAnswer, type ReaderAsked } from './answers';
import { overlaps, settled } from './overlaps';
import { withOtherYears, type FileKept } from './fileRead';
import { type PartAsked } from './partReader';
import { readReport, type FileOutcome } from './readReport';
import { WHERE } from './rowsTable';

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

type GivenAnswers = readonly GivenAnswer[];

/** Rows go through it in the order of the files, which one thread does sooner and with less to keep than two. */
const JOINING = { memory_limit: '512MB', threads: '1' };
const XLSX_ONLY = '只读 .xlsx 和 .xlsm，请在 WPS 或 Excel 中另存为 .xlsx 后再读';

/** Reads every ledger through the pane's own intake into one table of rows. Nothing of the sources is changed. */
export async function read(asked: ReadAsked): Promise<{ readonly exit: Exit; readonly done: ReadDone }> {
  const { places, out, policy, asOf } = asked;
  const { found, refused } = ledgersIn(places);
  if (found.length === 0) throw new Told('没有找到 .xlsx 或 .xlsm 台账');
  policyAsked(policy, asOf);
  const answers = asked.answers === undefined ? [] : readAnswers(asked.answers);
  const folder = `${out}.part.rows`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const parts = found.map((file, at): PartAsked => ({ ...file, part: path.join(folder, `${String(at)}.parquet`) }));
    const outcomes = await joined(asked, parts, { answers, folder });
    const others = refused.map(({ name }): FileOutcome => ({ read: refusedFile(name) }));
    return await told(asked, [...outcomes, ...others], answers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the files into their parts, and the parts into the table. */
async function joined(
  asked: ReadAsked,
  parts: readonly PartAsked[],
  { answers, folder }: { readonly answers: GivenAnswers; readonly folder: string },
): Promise<FileOutcome[]> {
  const { policy, asOf, out, progress } = asked;
  const duck = await Duck.open(':memory:', { ...JOINING, temp_directory: folder });
  try {
    const files: FileKept[] = [];
    for await (const one of readers(parts, asked, { policy, asOf, answers })) {
      const read = withoutTwice(one, files);
      files.push(read);
      progress(
        `读入 ${files.length}/${parts.length}：${read.file}${read.refused === undefined ? '' : `，没有读入：${read.refused}`}`,
      );
    }
    return await finished(duck, parts, { files: withOtherYears(files), answers, out });
  } finally {
    duck.close();
  }
}

function readers(parts: readonly PartAsked[], asked: ReadAsked, told: ReaderAsked): AsyncGenerator<FileKept> {
  const threads = Math.min(asked.threads, parts.length);
  return onThreads(parts, { threads, script: asked.script, told: { kind: 'read', ...told } satisfies ThreadTold });
}

function refusedFile(file: string): FileKept {
  return { file, print: '', place: '', refused: XLSX_ONLY, questions: [], told: [], setAside: 0 };
}

/** The same bytes again do not count twice. */
function withoutTwice(read: FileKept, before: readonly FileKept[]): FileKept {
  const same = read.counted && before.find(({ print, counted }) => counted && print === read.print);
  if (!same) return read;
  const { counted: _counted, ...rest } = read;
  return { ...rest, questions: [], refused: `与“${same.file}”完全相同，没有再读` };
}

/** Decides which files count, and writes their rows: DuckDB keeps the order of the parts and of the rows in each. */
async function finished(
  duck: Duck,
  parts: readonly PartAsked[],
  {
    files,
    answers,
    out,
  }: { readonly files: readonly FileKept[]; readonly answers: GivenAnswers; readonly out: string },
): Promise<FileOutcome[]> {
  const places = parts.flatMap(({ part }, at) => (files[at]?.counted ? [quotedText(part)] : []));
  if (places.length === 0) throw new Told('没有一份文件读得出台账，没有写出。请看上面每份文件的原因');
  const rows = `SELECT * FROM read_parquet([${places.join(', ')}], union_by_name = true)`;
  const { out: left, asked } = settled(await overlaps(duck, rows, files), files, answers);
  const names = [...left].map((at) => quotedText(files[at]?.file ?? ''));
  const kept = names.length === 0 ? '' : `WHERE ${quotedName(WHERE.file)} NOT IN (${names.join(', ')})`;
  await writeWhole(out, (place) =>
    duck.run(
      `COPY (SELECT CAST(ROW_NUMBER() OVER () - 1 AS INTEGER) AS ${quotedName(WHERE.order)}, * FROM (${rows}) ${kept})
TO ${quotedText(place)} (FORMAT parquet, KV_METADATA {mujun: 'rows 1', units: '面积 亩；金额 万元；建筑面积 平方米'})`,
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
  answers: GivenAnswers,
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
