import type { NameModel, PackageChange } from '../../package/model';
import type { GridName } from '../book/names';

type NamesChange = NonNullable<PackageChange['names']>;

/** The names of the workbook now, those the file had (by id), and the sheets' places in the saved file. */
export interface NameState {
  readonly now: readonly GridName[];
  readonly loaded: ReadonlyMap<string, GridName>;
  readonly placeOf: (sheetId: string) => number | undefined;
}

/** Names that were added or changed, and names that are gone. */
export function nameChange({ now, loaded, placeOf }: NameState): NamesChange | undefined {
  const ids = new Set(now.map(({ id }) => id));
  const changed = now.filter((name) => !sameName(loaded.get(name.id), name));
  const renamed = changed.flatMap(({ id, name }) => {
    const before = loaded.get(id);
    return before !== undefined && before.name !== name ? [before] : [];
  });
  const gone = [...loaded].filter(([id]) => !ids.has(id)).map(([, name]) => name);
  const put = changed.flatMap((name) => fileName(name, placeOf));
  const removed = [...gone, ...renamed].flatMap((name) => removalKey(name, placeOf));
  return put.length + removed.length === 0 ? undefined : { put, removed };
}

function sameName(before: GridName | undefined, now: GridName): boolean {
  if (before === undefined) return false;
  return before.name === now.name && before.formula === now.formula && before.visible === now.visible;
}

function fileName({ name, formula, visible, sheetId }: GridName, placeOf: NameState['placeOf']): NameModel[] {
  const plain = { name, formula: formula.replace(/^=/, ''), hidden: !visible };
  if (sheetId === undefined) return [plain];
  const sheet = placeOf(sheetId);
  return sheet === undefined ? [] : [{ ...plain, sheet }];
}

function removalKey({ name, sheetId }: GridName, placeOf: NameState['placeOf']): string[] {
  if (sheetId === undefined) return [name];
  const sheet = placeOf(sheetId);
  return sheet === undefined ? [] : [`${sheet}!${name}`];
}
