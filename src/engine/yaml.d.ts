declare module '*.yaml' {
  /** The file's text; webpack and Vitest load it alike. */
  const text: string;
  export default text;
}

declare module '#policies' {
  import type { PolicyFolder } from './policy/folders';

  /** The texts of every folder under policy/packs, by its name (scripts/build/policies.js). */
  const folders: Readonly<Record<string, PolicyFolder>>;
  export default folders;
}

declare module '#policy-entries' {
  /** The entries of every folder's document, where it has some. */
  const folders: Readonly<Record<string, { readonly entries?: string }>>;
  export default folders;
}
