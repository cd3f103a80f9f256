import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PackageError } from '../package/packageError';
import { packageMessage } from '../text/package';
import { paneText } from '../text/pane';
import '../text/laterWords';
import { EXIT, type Exit } from './exit';
import { writeBytes } from './files';
import { openLedger, type OpenedLedger } from './openLedger';
import { policyAsked } from './policyAsked';
import { answered, openQuestion } from './read/answering';
import { answersText, printOf, readAnswers } from './read/answers';
import { Told } from './told';

/** What `mujun apply` is asked. */
export interface ApplyAsked {
  readonly ledger: string;
  readonly out: string;
  readonly policy: string;
  readonly asOf?: string | undefined;
  /** The file of questions that an earlier run wrote, filled in by a person. */
  readonly answers?: string | undefined;
  /** Writes though questions are open: the rows they touch are 待核实. */
  readonly anyway: boolean;
}

/** What came of it, for `--json`. */
export interface ApplyDone {
  readonly out?: string;
  readonly said: string;
  readonly questions: readonly string[];
}

const t = paneText('zh-CN');

/** Writes the results of a policy beside a ledger, as the pane's 写入结果列 does, into a file of its own. */
export async function apply(asked: ApplyAsked): Promise<{ readonly exit: Exit; readonly done: ApplyDone }> {
  const { ledger: file, out } = asked;
  if (path.resolve(file) === path.resolve(out)) throw new Told('写到另一个文件：--out 不能是台账本身');
  const policy = policyAsked(asked.policy, asked.asOf);
  const answers = asked.answers === undefined ? [] : readAnswers(asked.answers);
  const bytes = bytesOf(file);
  const print = printOf(bytes);
  const ledger = await opened(bytes, policy);
  const told = await answered(
    ledger,
    answers.filter((own) => own.print === print),
  );
  const { understanding } = ledger.state();
  if (!understanding) throw new Told(said(ledger) || '没有认出台账，没有写出');
  const questions = understanding.questions.map(openQuestion);
  const texts = questions.map(({ text }) => text);
  if (questions.length > 0 && !asked.anyway) {
    const form = out.replace(/\.xlsx$/i, '') + '-待答.yaml';
    await writeBytes(form, answersText([{ file: path.basename(file), print, questions }], answers));
    const next = `还有问题没有回答，没有写出。在“${form}”里填好“答”，加 --answers 再运行；或者加 --anyway，受影响的行记为待核实`;
    return { exit: EXIT.asked, done: { said: [...told, next].join('\n'), questions: texts } };
  }
  await (questions.length > 0 ? ledger.commands.writeAnyway : ledger.commands.writeResults).run();
  if (!ledger.state().written) throw new Told(notWritten(ledger));
  await writeBytes(out, await ledger.port.currentFile());
  const exit = questions.length > 0 ? EXIT.asked : EXIT.done;
  return { exit, done: { out, said: [...told, said(ledger)].join('\n'), questions: texts } };
}

function bytesOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new Told(`“${file}”打不开：没有这个文件，或者正被别的程序占用`);
  }
}

async function opened(bytes: Uint8Array, policy: ReturnType<typeof policyAsked>): Promise<OpenedLedger> {
  try {
    return await openLedger(bytes, policy);
  } catch (error) {
    if (error instanceof PackageError) throw new Told(packageMessage(error, 'zh-CN'));
    throw error;
  }
}

/** Why nothing was written: what the pane says of it, if it says anything of writing. */
function notWritten(ledger: OpenedLedger): string {
  const { message, understanding } = ledger.state();
  if (message?.intent !== 'success') return said(ledger) || '没有写入结果';
  const short = understanding?.assessment.policy?.pack.short ?? '';
  return `“${short}”没有档位、路径、等级，也没有逐户不同的差别化政策，没有可写的结果`;
}

/** What the pane would say now. */
function said(ledger: OpenedLedger): string {
  const { message } = ledger.state();
  return message ? t(message.code, message.values) : '';
}
