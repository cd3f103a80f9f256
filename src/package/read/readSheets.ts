import type { SheetModel } from '../model';
import { PackageError } from '../packageError';
import type { Steps } from '../../steps/steps';
import { readRelationships } from '../opc/relationships';
import { FormulaReader } from './formulaReader';
import type { PackageSource, SheetSource } from './packageSource';
import { celllessSheet, readSheetPart } from './readSheetPart';
import { readSharedStrings } from './readSharedStrings';
import { readSheetEntries, type SheetEntry } from './readWorkbook';

interface SheetsContext {
  readonly workbook: string;
  readonly date1904: boolean;
  /** How many cell formats there are. */
  readonly styles: number;
}

/** All sheets in their order: models, and sources by sheet id. */
export function* readSheets(
  start: Pick<PackageSource, 'parts' | 'addinFunctions'>,
  context: SheetsContext,
): Steps<{ models: SheetModel[]; sources: Map<string, SheetSource> }> {
  const read = yield* sheetReader(start, context);
  const models: SheetModel[] = [];
  const sources = new Map<string, SheetSource>();
  const used = new Set<string>();
  for (const entry of readSheetEntries(start.parts, context.workbook)) {
    if (sources.has(entry.heading.id))
      throw new PackageError('damaged', { part: entry.part, reason: 'sheet id twice' });
    // Read once a sheet, a part that many sheets name would be read many times.
    const key = entry.part.toLowerCase();
    if (key !== '' && used.has(key))
      throw new PackageError('damaged', { part: entry.part, reason: 'part of two sheets' });
    used.add(key);
    const { model, source } = yield* read(entry);
    models.push(model);
    sources.set(entry.heading.id, source);
  }
  return { models, sources };
}

function* sheetReader(
  { parts, addinFunctions }: Pick<PackageSource, 'parts' | 'addinFunctions'>,
  { workbook, date1904, styles }: SheetsContext,
): Steps<(entry: SheetEntry) => Steps<{ model: SheetModel; source: SheetSource }>> {
  const strings = yield* sharedStrings(parts, workbook);
  const budget = { limit: parts.caps.sharedFormulas, spent: 0 };
  const countCell = cellCounter(parts.caps.cells);
  return function* ({ heading, part, worksheet }) {
    if (!worksheet) return { model: celllessSheet(heading), source: { part } };
    const formulas = new FormulaReader(part, addinFunctions, budget);
    const xml = (yield* parts.load(part)).text;
    const context = { xml, part, strings, date1904, styles, formulas, countCell };
    const { model, layout } = yield* readSheetPart(heading, context, parts.caps.elements);
    return { model, source: { part, layout } };
  };
}

function* sharedStrings(parts: PackageSource['parts'], workbook: string): Steps<string[]> {
  const part = readRelationships(parts, workbook).find(({ type }) => type === 'sharedStrings')?.target;
  if (part === undefined || !parts.has(part)) return [];
  return yield* readSharedStrings((yield* parts.load(part)).text, part, parts.caps);
}

/** Counts the cells of all sheets together. */
function cellCounter(limit: number): () => void {
  let found = 0;
  return () => {
    if (++found > limit) throw new PackageError('tooLarge', { unit: 'cells', limit, found });
  };
}
