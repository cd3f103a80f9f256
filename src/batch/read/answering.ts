import { answerText, questionText } from '../../taskpane/model/reading/questionText';
import type { Question } from '../../taskpane/model/reading/questions';
import { paneText } from '../../text/pane';
import '../../text/laterWords';
import type { OpenedLedger } from '../openLedger';
import type { GivenAnswer } from './answers';
import type { OpenQuestion } from './fileRead';

const t = paneText('zh-CN');

/** Presses what a person answered, question after question; an answer that is no longer among the choices is told. */
export async function answered({ commands, state }: OpenedLedger, answers: readonly GivenAnswer[]): Promise<string[]> {
  const left = [...answers];
  for (;;) {
    const questions = state().understanding?.questions ?? [];
    const at = left.findIndex(({ question }) => questions.some((own) => questionText(own, t) === question));
    if (at < 0) break;
    const [own] = left.splice(at, 1);
    const asked = questions.find((one) => questionText(one, t) === own?.question);
    const answer = asked?.answers.find((one) => answerText(asked, one, t) === own?.answer);
    if (answer?.reading) await commands.chooseReading.run(answer.reading);
    else if (answer) await commands.answer.run(answer.choices);
    else if (own) return [`回答“${own.answer}”不在可选之内，没有采用：${own.question}`];
  }
  return [];
}

/** A question with its choices, in the words of the pane. */
export function openQuestion(question: Question): OpenQuestion {
  return { text: questionText(question, t), answers: question.answers.map((own) => answerText(question, own, t)) };
}
