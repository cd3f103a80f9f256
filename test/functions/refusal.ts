import { FunctionFailure } from '../../src/functions/failure';

/** What a cell or a call answers, refusals as their error and message. */
export function shown(answer: unknown): unknown {
  return answer instanceof FunctionFailure ? `${answer.code}: ${answer.message}` : answer;
}

/** The refusal of a call, or 'answered'. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof FunctionFailure) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'answered';
}
