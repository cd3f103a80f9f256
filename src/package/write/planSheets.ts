import type { SheetRenames } from '../../formula/renameSheets';
import type { PackageChange, PackageModel, SheetChange, SheetModel } from '../model';
import { PackageError } from '../packageError';

/** A sheet of the file as it will be saved. */
export interface PlannedSheet {
  readonly id: string;
  readonly name: string;
  readonly state: SheetModel['state'];
  /** Its index in the opened file; absent for an added sheet. */
  readonly before?: number;
  readonly change: SheetChange | undefined;
}

export interface PackageSheets {
  readonly sheets: readonly PlannedSheet[];
  /** Ids of sheets taken away. */
  readonly removed: readonly string[];
  readonly renames: SheetRenames;
  /** The index of the sheet to show. */
  readonly active: number;
  /** Whether the list of sheets in the workbook part changes at all. */
  readonly changed: boolean;
}

const badChange = (reason: string, sheet?: string) =>
  new PackageError('badChange', { reason, ...(sheet === undefined ? {} : { sheet }) });

/** Works out the sheets a change leaves. Throws PackageError 'badChange' for names Excel refuses and sheets that are not there. */
export function planPackageSheets(model: PackageModel, change: PackageChange): PackageSheets {
  const changes = changesById(model, change);
  const kept = model.sheets.flatMap((sheet, before): PlannedSheet[] => {
    const own = changes.get(sheet.id);
    if (own?.removed) return [];
    return [{ id: sheet.id, name: own?.renamed ?? sheet.name, state: own?.state ?? sheet.state, before, change: own }];
  });
  const added = change.sheets.flatMap((own): PlannedSheet[] =>
    own.added ? [{ id: own.id, name: own.renamed ?? own.added.name, state: own.state ?? 'visible', change: own }] : [],
  );
  const sheets = ordered([...kept, ...added], change.order ?? []);
  checkNames(sheets);
  return {
    sheets,
    removed: model.sheets.filter(({ id }) => changes.get(id)?.removed).map(({ id }) => id),
    renames: renamesOf(model, changes),
    active: activeIndex(model, change, sheets),
    changed: sheets.length !== model.sheets.length || sheets.some((sheet, i) => differs(model.sheets[i], sheet)),
  };
}

function changesById(model: PackageModel, change: PackageChange): Map<string, SheetChange> {
  const changes = new Map<string, SheetChange>();
  const known = new Map(model.sheets.map((sheet) => [sheet.id, sheet]));
  for (const own of change.sheets) {
    const sheet = known.get(own.id);
    if (changes.has(own.id)) throw badChange(`sheet ${own.id} changed twice`);
    if (own.added ? sheet : !sheet) throw badChange(`sheet ${own.id} ${own.added ? 'exists' : 'does not exist'}`);
    if (sheet?.cellless && own.cells?.size) throw badChange(`sheet ${own.id} has no cells`);
    changes.set(own.id, own);
  }
  return changes;
}

function ordered(sheets: readonly PlannedSheet[], order: readonly string[]): PlannedSheet[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  return [...sheets].sort((a, b) => (rank.get(a.id) ?? order.length) - (rank.get(b.id) ?? order.length));
}

/** Excel's rules: 1 to 31 characters, none of []:*?/\, no apostrophe at an end, no name twice; and one sheet to be seen. */
function checkNames(sheets: readonly PlannedSheet[]): void {
  const seen = new Set<string>();
  for (const { name, before, change } of sheets) {
    const fresh = before === undefined || change?.renamed !== undefined;
    if (fresh && (!/^[^[\]:*?/\\]{1,31}$/.test(name) || /^'|'$/.test(name))) throw badChange('badName', name);
    if (seen.has(name.toLowerCase())) throw badChange('nameTwice', name);
    seen.add(name.toLowerCase());
  }
  if (!sheets.some(({ state }) => state === 'visible')) throw badChange('noVisible');
}

function renamesOf(model: PackageModel, changes: ReadonlyMap<string, SheetChange>): SheetRenames {
  return new Map(
    model.sheets.flatMap(({ id, name }): [string, string | undefined][] => {
      const own = changes.get(id);
      if (own?.removed) return [[name.toLowerCase(), undefined]];
      return own?.renamed !== undefined && own.renamed !== name ? [[name.toLowerCase(), own.renamed]] : [];
    }),
  );
}

function activeIndex(model: PackageModel, change: PackageChange, sheets: readonly PlannedSheet[]): number {
  const wanted = change.activeSheet ?? model.sheets[model.activeSheet]?.id;
  const index = sheets.findIndex(({ id, state }) => id === wanted && state === 'visible');
  return index >= 0 ? index : sheets.findIndex(({ state }) => state === 'visible');
}

function differs(old: SheetModel | undefined, sheet: PlannedSheet): boolean {
  return old?.id !== sheet.id || old.name !== sheet.name || old.state !== sheet.state;
}
