import { describe, expect, it } from 'vitest';
import { Hardship } from '../../../src/workbench/host/hardship';
import { Meter } from '../../../src/workbench/host/meter';
import type { WireRequest } from '../../../src/workbench/host/wire/messages';

const call = (Name: string): WireRequest => ({
  Actions: [
    { Id: 1, ActionType: 1, ObjectPathId: 1 },
    { Id: 2, ActionType: 3, Name, ObjectPathId: 1 },
  ],
  ObjectPaths: {},
});
const query: WireRequest = { Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 1 }], ObjectPaths: {} };

describe('a host that is hard to live with', () => {
  it('refuses the request of that number, once, and counts no answers of functions', () => {
    const hardship = new Hardship({ delay: [0, 0] });
    hardship.refuse(2, 'GeneralException', 'after');
    const requests = [query, call('SetInvocationArrayResults'), call('_RemoveReference'), query, query];
    expect(requests.map((request) => hardship.troubleOf(request, '')?.when)).toEqual([
      undefined,
      undefined,
      undefined,
      'after',
      undefined,
    ]);
  });

  it('refuses the request of that number and all after it, until it is told otherwise', () => {
    const hardship = new Hardship({ delay: [0, 0] });
    const hasCome = hardship.refuse(2, 'GeneralException', 'onwards');
    const codes = [query, query, call('_RemoveReference'), query].map((one) => hardship.troubleOf(one, '')?.code);
    expect([codes, hasCome()]).toEqual([[undefined, 'GeneralException', undefined, 'GeneralException'], true]);
    hardship.refuse(Infinity, '');
    expect(hardship.troubleOf(query, '')).toBeUndefined();
  });

  it('takes no request and gives no answer above its bytes, counted in UTF-8', () => {
    const web = new Hardship({ delay: [0, 0], mostBytes: 30 });
    const codes = ['a'.repeat(30), '亩'.repeat(10), '亩'.repeat(11)].map((text) => web.troubleOf(query, text)?.code);
    expect(codes).toEqual([undefined, undefined, 'RequestPayloadSizeLimitExceeded']);
    expect([{ a: 1 }, { a: '亩'.repeat(11) }].map((answer) => web.isTooLong(answer))).toEqual([false, true]);
    expect(new Hardship({ delay: [0, 0] }).isTooLong({ a: 'a'.repeat(100) })).toBe(false);
  });
});

describe('the meter of the wire', () => {
  it('counts requests, references given back and answers of functions apart, bytes in UTF-8', () => {
    const meter = new Meter();
    for (const body of [query, query, call('_RemoveReference'), call('SetInvocationArrayResults')])
      meter.asked('亩', body);
    meter.asked('亩', undefined);
    meter.answered('亩均');
    expect(meter.read()).toMatchObject({ requests: 2, releases: 1, functionMessages: 1 });
    expect(meter.read('anew')).toMatchObject({ bytesAsked: 12, bytesAnswered: 6, mostBytes: 3 });
    expect(meter.read().requests).toBe(0);
  });

  it('names the calls that empty the undo list of Excel, and no others', () => {
    const meter = new Meter();
    meter.seen('Range', 'GetMergedAreasOrNullObject');
    meter.seen('Range', 'Clear');
    meter.seen('Range', 'Values');
    meter.seen('Worksheet', 'Delete');
    expect(meter.read().undoCleared).toEqual(['Range.GetMergedAreasOrNullObject', 'Worksheet.Delete']);
  });

  it('takes between two bounds of time, spread over all between, the same in every run', () => {
    const delays = Array.from(
      { length: 20 },
      (
        (hardship) => () =>
          hardship.delay()
      )(new Hardship({ delay: [20, 200] })),
    );
    expect([Math.min(...delays), Math.max(...delays) <= 200]).toEqual([20, true]);
    expect(new Set(delays.map((delay) => Math.floor((delay - 20) / 45))).size).toBe(4);
  });

  it.each([
    ['readonly', 'Range.Formulas', 'AccessDenied'],
    ['readonly', 'WorksheetCollection.Add', 'AccessDenied'],
    ['readonly', 'Range.GetMergedAreasOrNullObject', 'none'],
    ['readonly', 'WorksheetCollection._RegisterDataChangedEvent', 'none'],
    ['readonly', 'AddinInternalService.NotifyActionHandlerReady', 'none'],
    ['shared', 'Range.Merge', 'InvalidOperation'],
    ['shared', 'Worksheet.Delete', 'InvalidOperation'],
    ['shared', 'Range.Formulas', 'none'],
    ['xls', 'Range.Formulas', 'none'],
  ] as const)('in a workbook that is %s answers %s with %s', (book, call, code) => {
    const [type = '', member = ''] = call.split('.');
    expect(codeOf(() => new Hardship({ delay: [0, 0], book }).check(type, member))).toBe(code);
  });

  it('knows what Excel 2016 knew, whatever it claims', () => {
    const old = new Hardship({ delay: [0, 0], isOld: true });
    const calls = ['Worksheet.GetUsedRangeOrNullObject', 'SettingCollection.Add', 'Worksheet.GetUsedRange'];
    const codes = calls.map((call) => codeOf(() => old.check(call.split('.')[0] ?? '', call.split('.')[1] ?? '')));
    expect(codes).toEqual(['ApiNotFound', 'ApiNotFound', 'none']);
  });

  it('refuses everything while a cell is being edited, which may begin and end', () => {
    const editing = new Hardship({ delay: [0, 0], book: 'editing' });
    expect(editing.troubleOf(query, '')?.code).toBe('InvalidOperationInCellEditMode');
    editing.become('plain');
    expect(editing.troubleOf(query, '')).toBeUndefined();
    const isRefused = editing.become('readonly');
    expect(isRefused()).toBe(false);
    expect([codeOf(() => editing.check('Range', 'Formulas')), isRefused()]).toEqual(['AccessDenied', true]);
  });
});

function codeOf(check: () => void): string {
  try {
    check();
    return 'none';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}
