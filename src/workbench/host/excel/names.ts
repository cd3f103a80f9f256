import type { GridName } from '../../book/names';
import type { Args } from '../wire/args';
import type { Handle } from '../wire/handle';
import { badArgument, notFound, refuse } from '../wire/hostError';
import { absoluteFormula, rangeOfFormula } from './rangeAddress';
import { handle, type RangeThing, type CollectionScope } from './things';
import type { Definitions, HostWorld } from './world';

/** Defined names of the workbook and of its sheets. */
export function nameTypes(world: HostWorld): Definitions {
  const { names } = world.book;
  const list = (scope: CollectionScope): GridName[] => names.all().filter((name) => name.sheetId === scope.sheetId);
  const find = (scope: CollectionScope, name: string): Handle | null => {
    const found = names.find(name, scope.sheetId);
    return found === undefined ? null : handle('NamedItem', found.id);
  };
  const item = (scope: CollectionScope, args: Args): Handle => find(scope, args.text(0)) ?? notFound();
  return {
    NamedItemCollection: {
      items: (scope) => list(scope).map(({ id }) => handle('NamedItem', id)),
      index: item,
      methods: {
        GetItem: item,
        GetItemOrNullObject: (scope, args) => find(scope, args.text(0)),
        GetCount: (scope) => list(scope).length,
        Add: (scope, args) => handle('NamedItem', addName(world, scope, args)),
        AddFormulaLocal: (scope, args) => handle('NamedItem', addName(world, scope, args)),
      },
    },
    NamedItem: nameDefinition(world),
  };
}

function nameDefinition({ book }: HostWorld): NonNullable<Definitions['NamedItem']> {
  const get = (id: string): GridName => book.names.byId(id) ?? notFound();
  const range = (id: string): RangeThing | null => rangeOfFormula(book, get(id).formula);
  const change = (id: string, part: Partial<GridName>): void => book.names.put(id, { ...get(id), ...part });
  return {
    // The client finds a name again by what stands here, and names are found by their name.
    id: (id) => get(id).name,
    properties: {
      Name: (id) => get(id).name,
      Formula: (id) => get(id).formula,
      Value: (id) => valueOf(book, get(id).formula),
      Visible: (id) => get(id).visible,
      Comment: (id) => get(id).comment,
      Type: (id) => (range(id) === null ? constantType(get(id).formula) : 'Range'),
      Scope: (id) => (get(id).sheetId === undefined ? 'Workbook' : 'Worksheet'),
    },
    setters: {
      Formula: (id, value) => change(id, { formula: formulaText(value) }),
      Visible: (id, value) => change(id, { visible: value === true }),
      Comment: (id, value) => change(id, { comment: String(value) }),
    },
    navigation: {
      Worksheet: (id) => handle('Worksheet', get(id).sheetId ?? notFound()),
      WorksheetOrNullObject: (id) => {
        const { sheetId } = get(id);
        return sheetId === undefined ? null : handle('Worksheet', sheetId);
      },
    },
    methods: {
      GetRange: (id) => handle('Range', range(id) ?? notFound()),
      GetRangeOrNullObject: (id) => {
        const found = range(id);
        return found === null ? null : handle('Range', found);
      },
      Delete: (id) => book.names.remove(get(id).id),
    },
  };
}

function addName({ book }: HostWorld, scope: CollectionScope, args: Args): string {
  const name = args.text(0);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
    return badArgument(`name ${name}`);
  if (book.names.find(name, scope.sheetId) !== undefined) {
    return refuse('InvalidArgument', 'The name is in use already.');
  }
  const range = args.handle(1, 'Range');
  const formula = range === undefined ? formulaText(args.raw(1)) : absoluteFormula(book, range.thing as RangeThing);
  const { sheetId } = scope;
  return book.names.add({
    name,
    formula,
    comment: args.optionalText(2) ?? '',
    visible: true,
    ...(sheetId === undefined ? {} : { sheetId }),
  });
}

/** A formula, or a plain value as one. */
function formulaText(value: unknown): string {
  if (typeof value === 'number') return `=${value}`;
  const text = typeof value === 'string' ? value : badArgument('formula');
  return text.startsWith('=') ? text : `="${text.replace(/"/g, '""')}"`;
}

function valueOf(book: HostWorld['book'], formula: string): string | number {
  const range = rangeOfFormula(book, formula);
  if (range !== null) return absoluteFormula(book, range).slice(1);
  const text = formula.slice(1);
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text.replace(/^"(.*)"$/, '$1');
}

function constantType(formula: string): string {
  const text = formula.slice(1);
  return text !== '' && Number.isFinite(Number(text)) ? 'Double' : 'String';
}
