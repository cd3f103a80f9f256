import { describe, expect, it } from 'vitest';
import type { Definition, Registry } from '../../../src/workbench/host/wire/definition';
import { Handle } from '../../../src/workbench/host/wire/handle';
import { refuse } from '../../../src/workbench/host/wire/hostError';
import type { WireAction, WirePath, WireRequest } from '../../../src/workbench/host/wire/messages';
import { Processor } from '../../../src/workbench/host/wire/processor';

interface Sheet {
  name: string;
  readonly id: string;
}

/** A tiny workbook: two sheets, of which one has a colour to navigate to. */
function setUp() {
  const sheets: Sheet[] = [
    { id: 's1', name: '台账' },
    { id: 's2', name: '汇总' },
  ];
  const handles = sheets.map((sheet) => new Handle('Worksheet', sheet));
  const worksheet: Definition<Sheet> = {
    id: ({ id }) => id,
    properties: { Id: ({ id }) => id, Name: ({ name }) => name },
    setters: { Name: (sheet, value) => (sheet.name = String(value)) },
    navigation: { Fill: (sheet) => new Handle('Fill', sheet), Missing: () => null },
    methods: {
      Add: (_, args) => args.number(0) + args.number(1),
      Same: (sheet, args) => args.handle(0, 'Worksheet')?.thing === sheet,
      Fail: () => refuse('InvalidArgument', 'no'),
      Break: () => {
        throw new TypeError('broken');
      },
    },
  };
  const workbook: Definition<null> = {
    navigation: { Worksheets: () => new Handle('Worksheets', null) },
    methods: { GetRange: () => new Handle('Range', null) },
  };
  const collection: Definition<null> = {
    items: () => handles,
    index: (_, args) =>
      handles.find(({ thing }) => (thing as Sheet).name === args.text(0)) ?? refuse('ItemNotFound', '?'),
    methods: {
      GetItemOrNullObject: (_, args) => handles.find(({ thing }) => (thing as Sheet).name === args.text(0)) ?? null,
    },
  };
  const registry = {
    Workbook: workbook,
    Worksheets: collection,
    Worksheet: worksheet,
    Fill: { properties: { Color: () => '#FFFFFF' } },
    Range: { properties: { Values: () => [[1]] } },
  } as unknown as Registry;
  const processor = new Processor(registry, new Handle('Workbook', null));
  return { sheets, processor };
}

const ROOT: WirePath = { Id: 1, ObjectPathType: 1, Name: '', ParentObjectPathId: 0 };
const SHEETS: WirePath = { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 };
const item = (id: number, name: string): WirePath => ({
  Id: id,
  ObjectPathType: 5,
  Name: '',
  ParentObjectPathId: 2,
  ArgumentInfo: { Arguments: [name] },
});
const orNull = (id: number, name: string): WirePath => ({
  Id: id,
  ObjectPathType: 3,
  Name: 'GetItemOrNullObject',
  ParentObjectPathId: 2,
  ArgumentInfo: { Arguments: [name] },
});
const request = (paths: readonly WirePath[], actions: readonly Omit<WireAction, 'Id'>[]): WireRequest => ({
  ObjectPaths: Object.fromEntries([ROOT, SHEETS, ...paths].map((path) => [String(path.Id), path])),
  Actions: actions.map((action, index) => ({ ...action, Id: index + 1 })),
});
const load = (id: number, ...select: string[]) => ({ ActionType: 2, ObjectPathId: id, QueryInfo: { Select: select } });
const call = (id: number, name: string, args: readonly unknown[] = [], refs: readonly unknown[] = []) => ({
  ActionType: 3,
  Name: name,
  ObjectPathId: id,
  ArgumentInfo: { Arguments: args, ReferencedObjectPathIds: refs },
});

describe('the wire protocol', () => {
  it('loads what is asked for, with the identity that keeps the object alive', () => {
    const { processor } = setUp();
    const { Results } = processor.process(request([item(3, '台账')], [load(3, 'name', 'fill/color')]));
    expect(Results[0]?.Value).toEqual({ _Id: 's1', Id: 's1', Name: '台账', Fill: { Color: '#FFFFFF' } });
  });

  it('loads collections, sliced', () => {
    const { processor } = setUp();
    const all = processor.process(request([], [load(2, 'items/name')]));
    expect(all.Results[0]?.Value).toEqual({
      _Items: [
        { _Id: 's1', Id: 's1', Name: '台账' },
        { _Id: 's2', Id: 's2', Name: '汇总' },
      ],
    });
    const query = { Select: ['items/name'], Skip: 1, Top: 1 };
    const some = processor.process(request([], [{ ActionType: 2, ObjectPathId: 2, QueryInfo: query }]));
    expect(some.Results[0]?.Value).toMatchObject({ _Items: [{ Name: '汇总' }] });
  });

  it('gives null for null objects, and nothing can be asked of them', () => {
    const { processor } = setUp();
    const { Results, Error: none } = processor.process(
      request([orNull(3, '没有')], [load(3, 'isNullObject'), call(3, 'Add', [1, 2])]),
    );
    expect([Results.map(({ Value }) => Value), none]).toEqual([[null, null], undefined]);
    const set = { ActionType: 4, Name: 'Name', ObjectPathId: 3, ArgumentInfo: { Arguments: ['x'] } };
    expect(processor.process(request([orNull(3, '没有')], [set])).Error?.Code).toBe('InvalidObjectPath');
  });

  it('calls methods, hands objects over as arguments, and sets properties singly or together', () => {
    const { processor, sheets } = setUp();
    const { Results } = processor.process(
      request(
        [item(3, '台账'), item(4, '台账')],
        [
          call(3, 'Add', [2, 3]),
          call(3, 'Same', [null], [4]),
          { ActionType: 4, Name: 'Name', ObjectPathId: 3, ArgumentInfo: { Arguments: ['甲'] } },
        ],
      ),
    );
    expect(Results.map(({ Value }) => Value)).toEqual([5, true, null]);
    expect(sheets[0]?.name).toBe('甲');
    processor.process(request([item(3, '甲')], [{ ActionType: 9, ObjectPathId: 3, ObjectState: { name: '乙' } }]));
    expect(sheets[0]?.name).toBe('乙');
  });

  it('keeps referenced objects until they are released', () => {
    const { processor } = setUp();
    const range: WirePath = { Id: 3, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 1 };
    const { Results } = processor.process(request([range], [call(3, '_KeepReference'), load(3, 'values')]));
    expect(Results[1]?.Value).toEqual({ Values: [[1]], _ReferenceId: 'ref1' });
    const kept: WirePath = { Id: 3, ObjectPathType: 6, Name: 'ref1', ParentObjectPathId: 0 };
    expect(processor.process(request([kept], [load(3, 'values')])).Error).toBeUndefined();
    processor.references.release('ref1');
    expect(processor.process(request([kept], [load(3, 'values')])).Error?.Code).toBe('InvalidObjectPath');
  });

  it('stops at the first failing action, and what ran before stays done', () => {
    const { processor, sheets } = setUp();
    const set = { ActionType: 4, Name: 'Name', ObjectPathId: 3, ArgumentInfo: { Arguments: ['甲'] } };
    const answer = processor.process(request([item(3, '台账')], [set, call(3, 'Fail'), load(3, 'name')]));
    expect(answer.Error).toMatchObject({ Code: 'InvalidArgument', ActionIndex: 1, Location: 'Fail' });
    expect(answer.Results).toHaveLength(1);
    expect(sheets[0]?.name).toBe('甲');
  });

  it.each([
    ['a method', call(3, 'Charts')],
    ['an inherited name', call(3, 'constructor')],
    ['a property', load(3, 'charts')],
    ['a property to set', { ActionType: 4, Name: 'Id', ObjectPathId: 3, ArgumentInfo: { Arguments: ['x'] } }],
    ['a kind of action', { ActionType: 42, ObjectPathId: 3 }],
  ])('answers ApiNotFound for %s it does not have', (_, action) => {
    const { processor } = setUp();
    expect(processor.process(request([item(3, '台账')], [action])).Error?.Code).toBe('ApiNotFound');
  });

  it('reports wrong arguments, unknown items and its own faults under their codes', () => {
    const { processor } = setUp();
    expect(processor.process(request([item(3, '台账')], [call(3, 'Add', ['1', 2])])).Error?.Code).toBe(
      'InvalidArgument',
    );
    expect(processor.process(request([item(3, '没有')], [load(3, 'name')])).Error?.Code).toBe('ItemNotFound');
    expect(processor.process(request([item(3, '台账')], [call(3, 'Break')])).Error).toMatchObject({
      Code: 'GeneralException',
      Message: 'broken',
    });
  });

  it('reports traces, or event handlers would never be registered', () => {
    const { processor } = setUp();
    expect(processor.process(request([], [{ ActionType: 5, ObjectPathId: 0 }])).TraceIds).toEqual([1]);
  });
});
