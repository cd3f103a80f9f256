import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { yamlFile } from '../files';
import { Told } from '../told';
import type { FileKept, OpenQuestion } from './fileRead';

/** A file with what is still asked about it. */
type Asked = Pick<FileKept, 'file' | 'print' | 'questions'>;

/** What a person answered to one question of one file. */
export interface GivenAnswer {
  readonly file: string;
  readonly print: string;
  readonly question: string;
  readonly answer: string;
}

/** What every thread that reads is told once. */
export interface ReaderAsked {
  readonly policy?: string | undefined;
  readonly asOf?: string | undefined;
  readonly answers: readonly GivenAnswer[];
}

interface AnswerLine {
  readonly 文件: string;
  readonly 指纹: string;
  readonly 问题: string;
  readonly 可选: readonly string[];
  /** What a person typed: YAML makes numbers of years. */
  readonly 答: string | number | null;
}

const HEAD = `# 每个问题选一个答案：把“可选”里的一句照抄到“答”后面，再运行同一条命令，加上 --answers 本文件。
# 没有回答的，这份台账里受影响的行记为待核实。文件改动以后，问题要重新看过。
`;
/** Some ten thousand questions. */
const MOST_SIGNS = 3_000_000;

/** The answers in a file that a person filled in; questions without an answer are left out. Throws Told for a file of another kind. */
export function readAnswers(file: string): GivenAnswer[] {
  const lines = linesOf(file);
  return lines.flatMap((line) => {
    const { 文件, 指纹, 问题, 答 } = line as Partial<AnswerLine>;
    const isWhole = [文件, 指纹, 问题].every((own) => typeof own === 'string');
    if (!isWhole) throw new Told(`“${file}”里有一项没有 文件、指纹、问题，请用读入时写出的待答文件`);
    const answer = (答 ?? '').toString().trim();
    return answer === '' ? [] : [{ file: 文件 ?? '', print: 指纹 ?? '', question: 问题 ?? '', answer }];
  });
}

function linesOf(file: string): object[] {
  const { document } = yamlFile(file, { kind: '待答文件', most: MOST_SIGNS });
  let lines: unknown;
  try {
    lines = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new Told(`“${file}”里不能用 & 和 * 引用，请把内容写全`);
  }
  if (!Array.isArray(lines) || lines.some((line) => typeof line !== 'object' || line === null))
    throw new Told(`“${file}”不是待答文件：应为一列，每项有 文件、指纹、问题、可选、答`);
  return lines as object[];
}

/** What a file is known by, whatever it is called: SHA-256 of its bytes. */
export function printOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The answers that are about a file as it was when they were asked for. */
export function given(
  answers: readonly GivenAnswer[],
  { file, print }: { readonly file: string; readonly print: string },
): GivenAnswer[] {
  return answers.filter((own) => own.file === file && own.print === print);
}

/** 待答.yaml: what is still asked, and what was answered before. */
export function answersText(files: readonly Asked[], before: readonly GivenAnswer[]): string {
  const open = files.flatMap((file) => file.questions.map((question) => lineOf(file, question, '')));
  const kept = before.map(({ file, print, question, answer }): AnswerLine => {
    return { 文件: file, 指纹: print, 问题: question, 可选: [answer], 答: answer };
  });
  return HEAD + stringify([...open, ...kept], { lineWidth: 0 });
}

function lineOf({ file, print }: Asked, { text, answers }: OpenQuestion, answer: string): AnswerLine {
  return { 文件: file, 指纹: print, 问题: text, 可选: answers, 答: answer };
}
