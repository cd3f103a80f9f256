import texts from '#policies';

/** A policy as its folder holds it: texts in YAML, all but the pack left out where the document has no such thing. */
export interface PolicyFolder {
  readonly pack: string;
  readonly targets?: string;
  readonly tasks?: string;
  readonly lists?: string;
  /** Of a policy that does not ship; those that do have theirs in a module that is fetched when asked for. */
  readonly entries?: string;
}

/** Every policy there is, by the name of its folder, which is its id. */
export const FOLDERS: ReadonlyMap<string, PolicyFolder> = new Map(Object.entries(texts));
