import { definedOnly, type Steps } from '../../../../engine/column/index';
import type { NewSheet } from '../../../../sheet/sheet';
import { classicTwin, packHash, type ClassicTwin } from '../../../../engine/share/index';
import type { CellChange, PackageChange, PackageModel, SheetChange } from '../../../../package/model';
import { addedSheets } from '../../../../package/sheetsToFile';
import { unresolvedText } from '../../../../text/functions';
import { STANDINGS } from '../../../../text/why';
import type { CellValue } from '../../../../workbook/port';
import { isByUnits, type Assessment } from '../../../model/verdict/assessment';
import type { Source } from '../../../model/reading/source';
import { ledgerTitle, whereCellsStand } from '../../../model/reading/whereCellsStand';
import { noteOf } from '../../results/planResults';
import { SENT_NAMESPACE } from '../../../model/share/recordXml';
import { addinFormulas, type AddinFormula } from './addinFormulas';
import { clauseFor } from './clauseFor';
import { judgedCall, type JudgedCall } from './judgedCalls';
import { REPLACED_NAMESPACE, replacedXml, type Replacement } from './replacement';
import { replacementSheet } from './replacementSheet';
import { spillReaders, type SpillReader } from './spillReaders';

/** A copy of the whole workbook without our functions: what changes in the file, and what was replaced by what. */
export interface PlainCopyPlan {
  readonly change: PackageChange;
  readonly replacements: readonly Replacement[];
  /** Names of the workbook whose formulas call our functions: they are told, and left. */
  readonly names: readonly string[];
}

export interface PlainCopyGiven {
  readonly model: PackageModel;
  readonly functions: readonly string[];
  readonly source: Source;
  readonly assessment: Assessment;
  readonly version: string;
  /** ISO time. */
  readonly time: string;
}

const REPLACED_ID = '{5D1A3C51-6A0B-4B8E-9C55-0D9C3E1F7A11}';

/**
 * Replaces every formula that calls our functions: by a classic one over 标准台账, which follows the ledger's own cells, where that
 * says the same, else by the value it shows. The workbook that is open is not touched.
 */
export function* planPlainCopy(given: PlainCopyGiven): Steps<PlainCopyPlan> {
  const { model, functions } = given;
  const found = yield* addinFormulas(model, functions);
  const twin = isByUnits(given.assessment) ? undefined : yield* twinOf(given);
  const replacements = found.map((one) => replacementOf(given, one, twin));
  const names = model.names.filter(({ formula }) => calls(formula, functions)).map(({ name }) => name);
  return {
    replacements,
    names,
    change: yield* changeOf(given, { found, replacements, twin, names, readers: spillReaders(model, found) }),
  };
}

function calls(formula: string, functions: readonly string[]): boolean {
  return functions.some((name) => formula.toUpperCase().includes(`${name}(`));
}

/** 标准台账 over the ledger where it stands, under names that the workbook has free. */
function* twinOf({ model, source, assessment, version, time }: PlainCopyGiven): Steps<ClassicTwin | undefined> {
  const { tiers, paths, policy, standing, whole } = assessment;
  if (!policy) return undefined;
  const input: Parameters<typeof classicTwin>[0] = {
    title: ledgerTitle(source),
    standing: whereCellsStand(source),
    rows: source.rows,
    ledger: whole,
    note: noteOf(assessment),
    unresolved: unresolvedText,
    ...definedOnly({ tiers, paths }),
  };
  return yield* classicTwin(input, {
    policy,
    status: standing === undefined ? '' : STANDINGS[standing],
    taken: model.sheets.map(({ name }) => name),
    provenance: { packId: policy.pack.id, packHash: packHash(policy.pack), version, time },
  });
}

function replacementOf(given: PlainCopyGiven, found: AddinFormula, twin: ClassicTwin | undefined): Replacement {
  const { source, assessment, functions } = given;
  const call = twin && judgedCall(found, source, assessment);
  const shown = found.cells.map((line) => line.map(({ value }): CellValue => value ?? ''));
  const classic = twin && call && classicCells(twin, call, shown);
  return {
    sheet: found.sheet,
    area: found.area,
    formula: found.formula,
    shown,
    kind: classic ? 'classic' : 'value',
    clause: clauseFor(found, { functions, assessment }),
    written: classic ?? shown,
  };
}

/** A row that is no data shows nothing; every data row has its cell on 标准台账. */
function classicCells(
  twin: ClassicTwin,
  { table, first }: JudgedCall,
  shown: readonly (readonly CellValue[])[],
): CellValue[][] | undefined {
  if (!twin.follows(table)) return undefined;
  return shown.map(([value = ''], at) => [twin.formula(table, first + at) ?? value]);
}

interface Planned {
  readonly found: readonly AddinFormula[];
  readonly replacements: readonly Replacement[];
  readonly twin: ClassicTwin | undefined;
  readonly names: readonly string[];
  readonly readers: readonly SpillReader[];
}

function* changeOf(
  given: PlainCopyGiven,
  { found, replacements, twin, names, readers }: Planned,
): Steps<PackageChange> {
  const { model } = given;
  const isUsed = replacements.some(({ kind }) => kind === 'classic');
  const list = replacementSheet({
    replacements,
    names,
    readers,
    taken: model.sheets.map(({ name }) => name),
    note: noteOf(given.assessment),
    ...(isUsed && twin?.changed !== undefined ? { changed: twin.changed } : {}),
  });
  const sheets: NewSheet[] = [list, ...(isUsed && twin ? twin.sheets : [])];
  // What was sent to whom, and what masks stand for, is nobody's but ours.
  const home = model.customXml.filter(({ xml }) =>
    [SENT_NAMESPACE, REPLACED_NAMESPACE].some((own) => xml.includes(own)),
  );
  return {
    sheets: [...cellChanges(found, replacements, readers), ...(yield* addedSheets(sheets))],
    customXml: { put: [{ id: REPLACED_ID, xml: replacedXml(replacements) }], removed: home.map(({ id }) => id) },
  };
}

function cellChanges(
  found: readonly AddinFormula[],
  replacements: readonly Replacement[],
  readers: readonly SpillReader[],
): SheetChange[] {
  const bySheet = new Map<string, Map<number, Map<number, CellChange>>>();
  const put = (sheetId: string, [row, column]: readonly [number, number], change: CellChange) => {
    const sheet = bySheet.get(sheetId) ?? new Map<number, Map<number, CellChange>>();
    const line = sheet.get(row) ?? new Map<number, CellChange>();
    bySheet.set(sheetId, sheet.set(row, line.set(column, change)));
  };
  found.forEach(({ sheetId, area, cells }, index) => {
    cells.forEach((line, r) =>
      line.forEach(({ value, type }, c) => {
        const written = replacements[index]?.written[r]?.[c];
        const isFormula =
          replacements[index]?.kind === 'classic' && typeof written === 'string' && written.startsWith('=');
        const change = { value, type, ...(isFormula ? { formula: written } : {}) };
        put(sheetId, [area.row + r, area.column + c], change);
      }),
    );
  });
  for (const { sheetId, row, column, cell, after } of readers) {
    const { value, type, arrayRange } = cell;
    const range = arrayRange === undefined ? {} : { arrayRange };
    put(sheetId, [row, column], { value, type, formula: after, ...range });
  }
  return [...bySheet].map(([id, cells]) => ({ id, cells }));
}
