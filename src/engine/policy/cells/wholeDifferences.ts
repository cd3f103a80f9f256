import type { PolicyPack } from '../pack';
import { packCells, type CellSection } from './packCells';

/** Where a policy says otherwise than another, in the words of its cells; '' where one of them says nothing. */
export interface WholeDifference {
  readonly kind: 'whole';
  readonly section: string;
  /** The row's own name, or its number where the order decides. */
  readonly row: string;
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

/** How a policy differs from another, cell by cell. */
export function wholeDifferences(before: PolicyPack, after: PolicyPack): WholeDifference[] {
  const now = packCells(after);
  return packCells(before).flatMap((section, at) => {
    const other = now[at];
    return other ? sectionDifferences(section, other) : [];
  });
}

function sectionDifferences(before: CellSection, after: CellSection): WholeDifference[] {
  const [old, own] = [rowsByName(before), rowsByName(after)];
  const names = [...new Set([...old.keys(), ...own.keys()])];
  return names.flatMap((row) =>
    before.headers.flatMap((header, column): WholeDifference[] => {
      const [was, is] = [old, own].map((rows) => String(rows.get(row)?.[column] ?? ''));
      if (was === is) return [];
      return [{ kind: 'whole', section: before.title, row, header, before: was ?? '', after: is ?? '' }];
    }),
  );
}

/** Of rules the order decides: they are told by their number. */
const ORDERED: readonly string[] = ['结论', '等级', '改为'];

function rowsByName({ headers, rows }: CellSection): ReadonlyMap<string, CellSection['rows'][number]> {
  const isOrdered = ORDERED.includes(headers[0] ?? '');
  const names = headers.filter((header) => NAMES.includes(header)).map((header) => headers.indexOf(header));
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row, at) => {
      const name = isOrdered ? `第 ${at + 1} 条` : names.map((column) => String(row[column] ?? '')).join('·');
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [count === 1 ? name : `${name}（${count}）`, row] as const;
    }),
  );
}

/** The columns that tell a row. */
const NAMES: readonly string[] = ['名称', '列名', '列', '用词', '组', '分组', '指标', '项目'];
