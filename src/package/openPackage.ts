import { DEFAULT_CAPS, type Caps } from './caps';
import type { PackageModel } from './model';
import { PartReader } from './opc/partReader';
import { readRelationships } from './opc/relationships';
import { readPalette } from './read/colours';
import { readCustomXml } from './read/readCustomXml';
import type { PackageSource } from './read/packageSource';
import { readSheets } from './read/readSheets';
import { readStyles } from './read/readStyles';
import { carriedParts } from './read/carriedParts';
import { readTables } from './read/readTables';
import { findWorkbook, readActiveSheet, readDate1904, readNames, readStructureLocked } from './read/readWorkbook';
import { checkContainer } from './zip/checkContainer';
import { finish, type Steps } from '../steps/steps';
import { readArchive } from './zip/readArchive';

/** An opened file: what it holds, and the parts it was read from, which only savePackage looks into. */
export interface OpenedPackage {
  readonly model: PackageModel;
  readonly source: PackageSource;
}

/**
 * Opens an .xlsx or .xlsm file. Nothing is inflated before the caps are checked, and no part grows past its declared size.
 * `addinFunctions` are the names of our own worksheet functions (MUJUN_TIER), which a file stores as _xldudf_MUJUN_TIER.
 * Throws PackageError, and nothing else for the file's sake.
 */
export function openPackage(
  bytes: Uint8Array,
  caps: Partial<Caps> = {},
  addinFunctions: readonly string[] = [],
): OpenedPackage {
  return finish(openSteps(bytes, caps, addinFunctions));
}

/** The same in steps, so that a page can answer meanwhile. */
export function* openSteps(
  bytes: Uint8Array,
  caps: Partial<Caps> = {},
  addinFunctions: readonly string[] = [],
): Steps<OpenedPackage> {
  checkContainer(bytes);
  const allCaps = { ...DEFAULT_CAPS, ...caps };
  const parts = new PartReader(readArchive(bytes, allCaps), allCaps);
  const own = new Set(addinFunctions.map((name) => name.toUpperCase()));
  const opened = yield* readPackage({ parts, bytes, addinFunctions: own });
  yield* parts.verifyRest();
  return opened;
}

type SourceStart = Pick<PackageSource, 'parts' | 'bytes' | 'addinFunctions'>;

function* readPackage(start: SourceStart): Steps<OpenedPackage> {
  const { parts, addinFunctions } = start;
  const workbook = findWorkbook(parts);
  const tree = parts.tree(workbook);
  const date1904 = readDate1904(tree);
  const look = readLook(start, workbook);
  const { models, sources } = yield* readSheets(start, { workbook, date1904, styles: look.models.length });
  const tables = models.flatMap(({ id }) => readTables(parts, { id, part: sources.get(id)?.part ?? '' }));
  const customXml = readCustomXml(parts, workbook);
  const carried = carriedParts(parts.entries);
  return {
    model: {
      sheets: models,
      activeSheet: readActiveSheet(tree, models.length),
      names: readNames(tree, addinFunctions),
      tables: tables.map(({ model }) => model),
      styles: look.models,
      customXml: customXml.map(({ model }) => model),
      ...(carried.length > 0 ? { carried } : {}),
      ...(date1904 ? { date1904 } : {}),
      ...(readStructureLocked(tree) ? { structureLocked: true as const } : {}),
    },
    source: {
      ...start,
      workbook,
      ...(look.part === undefined ? {} : { styles: look.part }),
      palette: look.palette,
      sheets: sources,
      tables: tables.map(({ source }) => source),
      customXml: customXml.map(({ source }) => source),
    },
  };
}

function readLook({ parts }: SourceStart, workbook: string) {
  const relationships = readRelationships(parts, workbook);
  const partOf = (type: string) => relationships.find((one) => one.type === type && parts.has(one.target))?.target;
  const part = partOf('styles');
  const theme = partOf('theme');
  const styles = part === undefined ? undefined : parts.tree(part);
  const palette = readPalette(theme === undefined ? undefined : parts.tree(theme), styles);
  return { part, palette, models: readStyles(styles, palette) };
}
