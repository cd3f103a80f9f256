declare module '*.yaml' {
  /** The file's text; webpack and Vitest load it alike. */
  const text: string;
  export default text;
}

declare module '#policies' {
  import type { PolicyFolder } from './policy/folders';

  /** What every folder under policy/packs says but its entries, by its name (scripts/build/policies.js). */
  const folders: Readonly<Record<string, PolicyFolder>>;
  export default folders;
}

declare module '#policy-entries' {
  import type { PolicyParts } from './policy/parts';

  /** The entries of every folder's document, where it has some. */
  const folders: Readonly<Record<string, Pick<PolicyParts, 'entries'>>>;
  export default folders;
}

declare module '#pack-texts' {
  /** The text of every folder's pack, for one that extends it. */
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
