import folders from '#policies';
import type { PolicyPack } from './pack';
import type { PolicyParts } from './parts';

/** A policy as its folder says it. */
export interface PolicyFolder extends PolicyParts {
  readonly pack: PolicyPack;
}

/** Every policy there is, by the name of its folder, which is its id; their texts were read when the program was built. */
export const FOLDERS: ReadonlyMap<string, PolicyFolder> = new Map(Object.entries(folders));
