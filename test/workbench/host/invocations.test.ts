import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../src/workbench/functions/answer';
import { Invocations, type EventEntry } from '../../../src/workbench/host/invocations';

function setUp(hardship?: 'slow' | 'twice') {
  const sent: EventEntry[][] = [];
  const answers: Answer[] = [];
  const invocations = new Invocations((entries) => sent.push([...entries]), hardship);
  const ask = (...names: string[]) =>
    invocations.invoke(
      names.map((name) => ({ name, args: [[[1]]], address: null, allowErrors: false })),
      (index, answer) => {
        answers[index] = answer;
      },
    );
  return { sent, answers, invocations, ask };
}

const ids = (entries: readonly EventEntry[] | undefined) => entries?.map(({ id }) => id);

describe('calls to the pane', () => {
  it('wait until it is ready, then go in one batch', () => {
    const { sent, invocations, ask } = setUp();
    ask('A', 'B');
    expect(sent).toEqual([]);
    invocations.paneReady();
    expect(sent.map(ids)).toEqual([[1, 2]]);
    expect(JSON.parse(sent[0]?.[0]?.message ?? '')).toEqual([1, 'A', [[[1]]], null, 0, null]);
  });

  it('are sent again when the pane is loaded anew, unless answered', () => {
    const { sent, invocations, ask } = setUp();
    invocations.paneReady();
    ask('A', 'B');
    invocations.results([[1, true, 'x']]);
    invocations.paneGone();
    invocations.paneReady();
    expect(sent.map(ids)).toEqual([[1, 2], [2]]);
  });

  it('are cancelled when nobody waits any more, and late answers are ignored', () => {
    const { sent, answers, invocations, ask } = setUp();
    invocations.paneReady();
    ask('A');
    invocations.cancelAll();
    invocations.results([[1, true, 'late']]);
    expect(sent.at(-1)).toEqual([
      { messageCategory: 1, messageType: 1001, targetId: '', message: '{"invocationId":1}', id: 1 },
    ]);
    expect(answers).toEqual([]);
  });

  it('that broke down are told from those that gave a reason', () => {
    const { answers, invocations, ask } = setUp();
    invocations.paneReady();
    ask('A', 'B');
    invocations.results([
      [1, false, null, 7],
      [2, false, null, 1],
    ]);
    expect(answers).toEqual([{ error: '#VALUE!', broke: true }, { error: '#N/A' }]);
  });

  it('bring back values, errors with messages, and cells of a grid', () => {
    const { answers, invocations, ask } = setUp();
    invocations.paneReady();
    ask('A', 'B', 'C', 'D', 'E');
    invocations.results([
      [
        1,
        true,
        [
          ['a', null],
          [
            { type: 'CustomFunctionError', code: '#N/A' },
            { type: 'Double', basicValue: 2 },
          ],
        ],
      ],
      [2, true, { type: 'CustomFunctionError', code: '#N/A', message: '请指定政策' }],
      [3, false, 'boom', 7],
      [4, false, 'no such function', 9],
      [5, true, 'x'],
      [99, true, 'a stranger'],
    ]);
    expect(answers).toEqual([
      {
        value: [
          ['a', null],
          ['#N/A', 2],
        ],
      },
      { error: '#N/A', message: '请指定政策' },
      { error: '#VALUE!', message: 'boom' },
      { error: '#NAME?', message: 'no such function' },
      { value: 'x' },
    ]);
  });

  it('may be cancelled and made again while they are under way: the second answer counts', () => {
    const { sent, answers, invocations, ask } = setUp('twice');
    invocations.paneReady();
    ask('A');
    const [cancel, again] = sent.at(-1) ?? [];
    expect([sent.length, cancel?.messageType, cancel?.id, again?.messageType, again?.id]).toEqual([
      2, 1001, 1, 1000, 2,
    ]);
    invocations.results([[1, true, 'of the call that was cancelled']]);
    expect(answers).toEqual([]);
    invocations.results([[2, true, 'x']]);
    expect(answers).toEqual([{ value: 'x' }]);
  });

  it('may be answered six times slower', () => {
    vi.useFakeTimers();
    try {
      const { answers, invocations, ask } = setUp('slow');
      invocations.paneReady();
      ask('A');
      vi.advanceTimersByTime(100);
      invocations.results([[1, true, 'x']]);
      vi.advanceTimersByTime(999);
      expect(answers).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(answers).toEqual([{ value: 'x' }]);
    } finally {
      vi.useRealTimers();
    }
  });
});
