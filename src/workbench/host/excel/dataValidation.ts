import type { CellChoiceModel } from '../../../package/model';
import { contains, intersect } from '../../book/area';
import { badArgument, refuse } from '../wire/hostError';
import { clip } from './rangeAddress';
import type { RangeThing } from './things';
import type { Definitions, HostWorld } from './world';

/** Excel's limit for a list that stands in the rule itself. */
const LIST_LENGTH = 255;

/** Lists to choose from on sheets made in this session: kept and saved, not offered in the grid. */
export function dataValidationTypes({ book }: HostWorld): Definitions {
  const others = ({ sheetId, area }: RangeThing): readonly CellChoiceModel[] =>
    book.extras.of(sheetId).choices.filter((choice) => intersect(choice.area, area) === null);
  const find = ({ sheetId, area }: RangeThing): CellChoiceModel | undefined =>
    book.extras.of(sheetId).choices.find((choice) => contains(choice.area, area));
  return {
    DataValidation: {
      properties: {
        Rule: (range) => ruleOf(find(range)),
        Type: (range) => (find(range) === undefined ? 'None' : 'List'),
      },
      setters: {
        Rule: (range, value) => {
          const area = clip(book, range);
          requireOwn(book, range);
          const choice = { area, ...choiceOf(value) };
          book.extras.setChoices(range.sheetId, [...others({ ...range, area }), choice]);
        },
      },
      methods: {
        Clear: (range) => book.extras.setChoices(range.sheetId, others({ ...range, area: clip(book, range) })),
      },
    },
  };
}

/** Rules of the opened file are kept and not read; and a rule laid over a part of another would have to cut it. */
function requireOwn(book: HostWorld['book'], range: RangeThing): void {
  if (!range.sheetId.startsWith('new-')) refuse('NotImplemented', 'Data validation on a sheet of the opened file.');
  const cut = book.extras
    .of(range.sheetId)
    .choices.some(({ area }) => intersect(area, range.area) !== null && !contains(range.area, area));
  if (cut) refuse('NotImplemented', 'Data validation over a part of cells that have one.');
}

type Source = { readonly list: readonly string[] } | { readonly source: string };

function choiceOf(value: unknown): Source {
  const rule = value as { readonly list?: { readonly source?: unknown } } | null;
  const source = rule?.list?.source;
  if (typeof source !== 'string') return refuse('NotImplemented', 'Data validation other than a list in words.');
  if (source.startsWith('=')) return { source: source.slice(1) };
  const list = source.split(',').map((word) => word.trim());
  return source.length > LIST_LENGTH || source.trim() === '' ? badArgument('list') : { list };
}

function ruleOf(choice: CellChoiceModel | undefined): object {
  if (choice === undefined) return {};
  const source = 'list' in choice ? choice.list.join(',') : `=${choice.source}`;
  return { list: { inCellDropDown: true, source } };
}
