/** What a path of the site answers with: a file of the disk, or a page made from one; either may add headers. */
export type Content = { readonly headers?: Readonly<Record<string, string>> } & (
  { readonly kind: 'file'; readonly file: string } | { readonly kind: 'html'; readonly html: string }
);

/** A site: from a decoded path (it begins with '/') to what is there, or undefined for nothing. */
export type Site = (path: string) => Promise<Content | undefined>;
