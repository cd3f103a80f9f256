import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PackageError } from '../package/packageError';
import { questionText } from '../taskpane/model/reading/questionText';
import { packageMessage } from '../text/package';
import { paneText } from '../text/pane';
import '../text/laterWords';
import { EXIT, type Exit } from './exit';
import { writeBytes } from './files';
import { openLedger, type OpenedLedger } from './openLedger';
import { policyAsked } from './policyAsked';
import { Told } from './told';

/** What `mujun apply` is asked. */
export interface ApplyAsked {
  readonly ledger: string;
  readonly out: string;
  readonly policy: string;
  readonly asOf?: string | undefined;
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
  const ledger = await opened(file, policy);
  const { understanding } = ledger.state();
  if (!understanding) throw new Told(said(ledger) || '没有认出台账，没有写出');
  const questions = understanding.questions.map((own) => questionText(own, t));
  if (questions.length > 0 && !asked.anyway)
    return {
      exit: EXIT.asked,
      done: { said: '还有问题没有回答，没有写出。在窗格里回答后再运行，或者加 --anyway', questions },
    };
  await (questions.length > 0 ? ledger.commands.writeAnyway : ledger.commands.writeResults).run();
  if (!ledger.state().written) throw new Told(said(ledger) || '没有写入结果');
  await writeBytes(out, await ledger.port.currentFile());
  return { exit: questions.length > 0 ? EXIT.asked : EXIT.done, done: { out, said: said(ledger), questions } };
}

async function opened(file: string, policy: ReturnType<typeof policyAsked>): Promise<OpenedLedger> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch {
    throw new Told(`“${file}”打不开：没有这个文件，或者正被别的程序占用`);
  }
  try {
    return await openLedger(bytes, policy);
  } catch (error) {
    if (error instanceof PackageError) throw new Told(packageMessage(error, 'zh-CN'));
    throw error;
  }
}

/** What the pane would say now. */
function said(ledger: OpenedLedger): string {
  const { message } = ledger.state();
  return message ? t(message.code, message.values) : '';
}
