import type { SheetChart } from '../../sheet/sheet';
import type { SheetChange, SheetModel } from '../../package/model';
import type { Book } from '../book/book';
import type { BookChart } from '../book/extras';

/** Print set-up, lists, charts and protection that the file does not have yet. */
export function extraChange(book: Book, id: string, before: SheetModel | null): Partial<SheetChange> {
  const { print, choices, charts } = book.extras.of(id);
  const drawn = charts.flatMap(chartModel);
  const locked = book.sheets.protected(id);
  return {
    ...(Object.keys(print).length === 0 ? {} : { print }),
    ...(choices.length === 0 ? {} : { choices }),
    ...(drawn.length === 0 ? {} : { charts: drawn }),
    ...(locked === (before?.protected ?? false) ? {} : { protect: locked }),
  };
}

/** A chart nobody gave cells is not worth a place in the file. */
function chartModel({ kind, title, place, series }: BookChart): SheetChart[] {
  const given = series.flatMap(({ categories: _, values, ...own }) => (values ? [{ ...own, values }] : []));
  const categories = series.find((one) => one.categories)?.categories ?? given[0]?.values;
  return categories ? [{ kind, title, place, categories, series: given }] : [];
}
