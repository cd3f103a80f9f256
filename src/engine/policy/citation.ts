/** Where a document says it, and its words to the letter. */
export interface Citation {
  readonly place: string;
  readonly quote: string;
  /** The document that says it, where it is not the policy's own: the draft of an issued text that is known only in parts. */
  readonly document?: string;
}

/** What a value or a rule stands on. There is no room for one that stands on nothing. */
export type Basis =
  | { readonly kind: 'cited'; readonly citation: Citation; readonly assumption?: string }
  | { readonly kind: 'assumed'; readonly assumption: string }
  | { readonly kind: 'reported'; readonly source: string; readonly seen: string; readonly note: string };
