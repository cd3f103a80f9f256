import type { ColumnTexts } from './headerPaths';

/** Where a table lies on a sheet: rows of names from `top`, rows below them from `first` to before `end`. */
export interface TablePlace {
  readonly top: number;
  readonly first: number;
  readonly end: number;
  readonly columns: readonly ColumnTexts[];
  readonly title?: string;
  /** Units named in lines above the names, and below the table. */
  readonly units: readonly string[];
  /** Sentences above the names and below the table. */
  readonly notes: readonly string[];
  /** Rows between `first` and `end` that repeat the names, with lines before them. */
  readonly repeats: ReadonlySet<number>;
}
