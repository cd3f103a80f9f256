import { readFormula } from '../formula/readFormula';
import type { NameModel, SheetModel } from '../model';
import { PackageError } from '../packageError';
import { contentTypeOf } from '../opc/contentTypes';
import type { PartReader } from '../opc/partReader';
import { readRelationships } from '../opc/relationships';
import { childOf, childrenOf, countOf, flagOf, prefixedAttribute, type XmlElement } from '../xml/xmlElement';
import type { SheetHeading } from './readSheetPart';

/** A sheet's heading and the part that holds it. */
export interface SheetEntry {
  readonly heading: SheetHeading;
  /** '' for a sheet that names none: a module sheet of old macros. */
  readonly part: string;
  readonly worksheet: boolean;
}

/** The path of the workbook part. Throws PackageError 'notWorkbook' for zips that hold something else. */
export function findWorkbook(parts: PartReader): string {
  const main = readRelationships(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !parts.has(main))
    throw new PackageError('notWorkbook', { reason: 'no main document part' });
  const type = contentTypeOf(parts, main);
  if (/\.binary\.|\.bin$/i.test(`${type} ${main}`)) throw new PackageError('notWorkbook', { reason: 'xlsb' });
  checkNames(parts, main);
  if (!/\.xml$/i.test(main) || parts.tree(main).local !== 'workbook') {
    throw new PackageError('notWorkbook', { reason: type });
  }
  return main;
}

/** Names are counted in the text, before a tree is made of them. Throws PackageError 'tooLarge' for more than a workbook has use for. */
function checkNames(parts: PartReader, main: string): void {
  const { text } = parts.xml(main);
  const limit = parts.caps.names;
  let marks = 0;
  for (let at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + NAME.length)) marks += 1;
  // A name is marked where it opens and where it closes; their list, too.
  const found = Math.floor((marks - 2) / 2);
  if (found > limit) throw new PackageError('tooLarge', { part: main, unit: 'elements', limit, found });
}

const NAME = 'definedName';

/** The sheets of a workbook in their order. Throws PackageError 'damaged' when one names a part that is not there. */
export function readSheetEntries(parts: PartReader, workbook: string): SheetEntry[] {
  const targets = new Map(readRelationships(parts, workbook).map((relationship) => [relationship.id, relationship]));
  const sheets = childrenOf(childOf(parts.tree(workbook), 'sheets'), 'sheet');
  if (sheets.length === 0) throw new PackageError('damaged', { part: workbook, reason: 'no sheets' });
  return sheets.map((sheet, index) => {
    const id = prefixedAttribute(sheet, 'id') ?? '';
    if (id === '') return { heading: headingOf(sheet, index), part: '', worksheet: false };
    const relationship = targets.get(id);
    if (!relationship || !parts.has(relationship.target)) {
      throw new PackageError('damaged', { part: workbook, reason: `sheet ${String(index + 1)} has no part` });
    }
    return {
      heading: headingOf(sheet, index),
      part: relationship.target,
      worksheet: relationship.type === 'worksheet',
    };
  });
}

function headingOf({ attributes }: XmlElement, index: number): SheetHeading {
  const state = attributes['state'];
  return {
    id: attributes['sheetId'] ?? String(index + 1),
    name: attributes['name'] ?? '',
    state: state === 'hidden' || state === 'veryHidden' ? state : ('visible' satisfies SheetModel['state']),
  };
}

/** The index of the sheet shown first. */
export function readActiveSheet(workbook: XmlElement, sheets: number): number {
  const view = childOf(childOf(workbook, 'bookViews'), 'workbookView');
  const active = countOf(view?.attributes ?? {}, 'activeTab') ?? 0;
  return active < sheets ? active : 0;
}

/** Whether serial dates count from 1904. */
export function readDate1904(workbook: XmlElement): boolean {
  return flagOf(childOf(workbook, 'workbookPr')?.attributes ?? {}, 'date1904');
}

/** Whether sheets may not be added, removed, renamed or moved. */
export function readStructureLocked(workbook: XmlElement): boolean {
  return flagOf(childOf(workbook, 'workbookProtection')?.attributes ?? {}, 'lockStructure');
}

/** The defined names, hidden ones included. */
export function readNames(workbook: XmlElement, addinFunctions: ReadonlySet<string>): NameModel[] {
  return childrenOf(childOf(workbook, 'definedNames'), 'definedName').map(({ attributes, text }) => {
    const sheet = countOf(attributes, 'localSheetId');
    return {
      name: attributes['name'] ?? '',
      formula: readFormula(text, addinFunctions),
      ...(sheet === undefined ? {} : { sheet }),
      hidden: flagOf(attributes, 'hidden'),
    };
  });
}
