/** A picture of a report: PNG bytes and how large it stands on paper, in points. */
export interface WordPicture {
  readonly kind: 'picture';
  /** What it shows; it stands below the picture, and for those who do not see it. */
  readonly title: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A table of a report: a row of heads, words at the left of the first column and figures in the others. */
export interface ReportTable {
  readonly kind: 'table';
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a report: a head of the first level (一、), a paragraph, a table or a picture. */
export type WordPart = { readonly kind: 'head' | 'text' | 'note'; readonly text: string } | ReportTable | WordPicture;

/** A report as officials write it: a title, parts from top to bottom, who signs and the day. */
export interface WordReport {
  readonly title: string;
  readonly parts: readonly WordPart[];
  /** Left blank for the office that signs, then the day: 2024年2月1日. */
  readonly signed: readonly string[];
  /** The face of the title where the machine lacks that of official documents. */
  readonly commonTitle?: boolean;
}
