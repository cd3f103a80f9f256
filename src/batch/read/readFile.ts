import { readFileSync } from 'node:fs';
import { finish, type Column } from '../../engine/column/index';
import { placeOf, withoutFields, type Ledger } from '../../engine/ledger/index';
import { PackageError } from '../../package/packageError';
import { groupText } from '../../taskpane/model/findings/findingText';
import { yearOfLedger } from '../../taskpane/model/pastYears/yearOfLedger';
import { heldBack } from '../../taskpane/model/reading/questions';
import { pieceAt, sheetRow } from '../../taskpane/model/reading/places';
import type { Source } from '../../taskpane/model/reading/source';
import { unitsOfSourceSteps } from '../../taskpane/model/verdict/assessment';
import type { PaneState, Understanding } from '../../taskpane/state/paneState';
import { packageMessage } from '../../text/package';
import { paneText } from '../../text/pane';
import '../../text/laterWords';
import type { FoundFile } from '../files';
import { openLedger } from '../openLedger';
import type { PolicyAsked } from '../policyAsked';
import { given, printOf, type GivenAnswer } from './answers';
import { answered, openQuestion } from './answering';
import type { FileRead, FileRows } from './fileRead';

const t = paneText('zh-CN');
const ALWAYS = ['enterprise', 'creditCode', 'township', 'landArea', 'taxPaid'] as const;

/** Reads one file; whatever is wrong with it is told in the answer. */
export async function readFile(
  { path, name }: FoundFile,
  asked: { readonly policy?: PolicyAsked | undefined; readonly answers: readonly GivenAnswer[] },
): Promise<FileRead> {
  const nothing = { file: name, print: '', place: '', questions: [], told: [], setAside: 0 };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(path));
  } catch (error) {
    return {
      ...nothing,
      refused: `文件打不开（${(error as NodeJS.ErrnoException).code ?? '原因不明'}），请关闭正在使用它的程序后再读`,
    };
  }
  const print = printOf(bytes);
  try {
    const ledger = await openLedger(bytes, asked.policy);
    const told = await answered(ledger, given(asked.answers, { file: name, print }));
    return { ...nothing, print, ...readState(ledger.state(), told, name) };
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return { ...nothing, print, refused: packageMessage(error, 'zh-CN') };
  }
}

function readState(state: PaneState, told: readonly string[], name: string): Omit<FileRead, 'file' | 'print'> {
  const { source, understanding, message } = state;
  const said = message && message.intent !== 'success' ? [t(message.code, message.values)] : [];
  if (!source || !understanding)
    return { place: '', refused: said[0] ?? '没有认出台账', questions: [], told: [], setAside: 0 };
  const rows = rowsOf(state.rules, source, understanding);
  return {
    place: placeOf(source.located.titleText),
    year: yearOfLedger(source, name),
    rows,
    questions: understanding.questions.map(openQuestion),
    told: [...told, ...findingsTold(understanding)],
    setAside: source.rows.length - rows.count,
  };
}

/** What is wrong or doubtful, by kind and how often; notes are left to the pane. */
function findingsTold({ findings }: Understanding): string[] {
  return findings.filter(({ severity }) => severity !== 'note').map((group) => groupText(group, t));
}

/** Every field that has a column, and nothing of what is still asked. */
function rowsOf(rules: PaneState['rules'], source: Source, { mapping, questions }: Understanding): FileRows {
  const headers = withoutFields(mapping.headers, heldBack(questions));
  const fields = [...new Set([...ALWAYS, ...headers.byField.keys()])];
  const { whole } = finish(unitsOfSourceSteps(source, headers, { fields, rules }));
  const kept = whole.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  return {
    count: kept.length,
    sheets: kept.map((row) => pieceAt(source, row).contents.sheet.name),
    rows: kept.map((row) => sheetRow(source, row)),
    columns: new Map(fields.map((id) => [id, columnOf(whole, id, kept)])),
    heads: new Map([...headers.byField].map(([id, { header }]) => [id, header])),
    unread: unreadOf(whole, kept),
  };
}

function columnOf(ledger: Ledger, id: string, kept: readonly number[]): Column {
  const column = ledger.columns.get(id);
  if (column?.kind === 'word')
    return { kind: 'word', codes: Uint32Array.from(kept, (row) => column.codes[row] ?? 0), words: column.words };
  return { kind: 'number', values: Float64Array.from(kept, (row) => column?.values[row] ?? NaN) };
}

function unreadOf({ findings }: Ledger, kept: readonly number[]): FileRows['unread'] {
  const byRow = new Map<number, (readonly [string, string])[]>();
  for (const { code, row, field, text } of findings)
    if (code === 'unreadable') byRow.set(row, [...(byRow.get(row) ?? []), [field, text]]);
  return kept.map((row) => byRow.get(row) ?? []);
}
