import type { NameModel, PrintModel } from '../model';
import { escapeXml } from '../xml/escapeXml';
import { appendInside, putElement, WORKSHEET_ORDER } from '../xml/insertElement';
import type { Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, prefixOf } from '../xml/xmlElement';
import type { PlannedSheet } from './planSheets';
import type { SheetText } from './sheetParts';
import { columnName, fixedArea, MAX_COLUMNS, quoteSheet } from '../../sheet/address';

const CENTIMETRES = 2.54;
/** Where header and footer stand, in inches from the edge: what Excel takes itself. */
const EDGE = '0.3';
/** What Excel takes for margins nobody set, in inches. */
const MARGINS: Readonly<Record<string, string>> = {
  left: '0.7',
  right: '0.7',
  top: '0.75',
  bottom: '0.75',
  header: EDGE,
  footer: EDGE,
};

/** A number of pages wide: the flag that makes the numbers of pages count. It stands first in a sheet. */
export function fitSplices({ xml, root }: SheetText, { fitWidth }: PrintModel): Splice[] {
  if (fitWidth === undefined) return [];
  const prefix = prefixOf(root.name);
  const fitToPage = fitWidth ? '1' : '0';
  const properties = childOf(root, 'sheetPr');
  const setUp = childOf(properties, 'pageSetUpPr');
  if (setUp) return setAttributes(xml, setUp, { fitToPage });
  const text = `<${prefix}pageSetUpPr fitToPage="${fitToPage}"/>`;
  if (properties) return [appendInside(properties, text)];
  return [putNew({ xml, root }, 'sheetPr', `<${prefix}sheetPr>${text}</${prefix}sheetPr>`)];
}

/** Centring, margins, paper, footer and page breaks, in the schema's order. */
export function printSplices(sheet: SheetText, print: PrintModel): Splice[] {
  return [
    ...(print.centred === undefined
      ? []
      : attributesOf(sheet, 'printOptions', { horizontalCentered: print.centred ? '1' : '0' })),
    ...(print.margins ? marginSplices(sheet, print.margins) : []),
    ...setUpSplices(sheet, print),
    ...(print.footer === undefined ? [] : footerSplices(sheet, print.footer)),
    ...(print.breaks === undefined ? [] : breakSplices(sheet, print.breaks)),
  ];
}

/** The names Excel keeps a sheet's print area and repeated rows and columns under; `index` is the sheet's place in the saved file. */
export function printNames({ name, change }: PlannedSheet, index: number): NameModel[] {
  const { area, titleRows, titleColumns } = change?.print ?? {};
  const sheet = quoteSheet(name);
  const own = (label: string, formula: string): NameModel => ({ name: label, formula, sheet: index, hidden: false });
  const titles = [
    ...(titleColumns ? [`${sheet}!$${columnName(titleColumns.first)}:$${columnName(titleColumns.last)}`] : []),
    ...(titleRows ? [`${sheet}!$${String(titleRows.first + 1)}:$${String(titleRows.last + 1)}`] : []),
  ];
  return [
    ...(area ? [own('_xlnm.Print_Area', `${sheet}!${fixedArea(area)}`)] : []),
    ...(titles.length > 0 ? [own('_xlnm.Print_Titles', titles.join(','))] : []),
  ];
}

function marginSplices(sheet: SheetText, margins: NonNullable<PrintModel['margins']>): Splice[] {
  const values = Object.entries(margins).map(([side, length]) => [side, inches(length)] as const);
  const old = childOf(sheet.root, 'pageMargins');
  return attributesOf(sheet, 'pageMargins', { ...(old ? {} : MARGINS), ...Object.fromEntries(values) });
}

const inches = (centimetres: number): string => String(Math.round((centimetres / CENTIMETRES) * 10_000) / 10_000);

function setUpSplices(sheet: SheetText, { landscape, paperSize, fitWidth, pagesWide = 1 }: PrintModel): Splice[] {
  const values = {
    ...(paperSize === undefined ? {} : { paperSize: String(paperSize) }),
    ...(fitWidth === true ? { scale: undefined, fitToWidth: String(pagesWide), fitToHeight: '0' } : {}),
    ...(landscape === undefined ? {} : { orientation: landscape ? 'landscape' : 'portrait' }),
  };
  return Object.keys(values).length === 0 ? [] : attributesOf(sheet, 'pageSetup', values);
}

/** Headers and the even and first pages' footers stay; the odd one's serves every page that has none of its own. */
function footerSplices({ xml, root }: SheetText, footer: string): Splice[] {
  const prefix = prefixOf(root.name);
  const text = `<${prefix}oddFooter>&amp;C${escapeXml(footer)}</${prefix}oddFooter>`;
  const old = childOf(root, 'headerFooter');
  if (!old || old.selfClosing)
    return [putNew({ xml, root }, 'headerFooter', `<${prefix}headerFooter>${text}</${prefix}headerFooter>`)];
  return [putElement(old, { local: 'oddFooter', order: ['oddHeader', 'oddFooter'], text })];
}

function breakSplices({ xml, root }: SheetText, breaks: readonly number[]): Splice[] {
  const prefix = prefixOf(root.name);
  const rows = [...new Set(breaks)].filter((row) => row > 0).sort((a, b) => a - b);
  const last = String(MAX_COLUMNS - 1);
  const marks = rows.map((row) => `<${prefix}brk id="${String(row)}" max="${last}" man="1"/>`);
  const count = String(rows.length);
  const text = `<${prefix}rowBreaks count="${count}" manualBreakCount="${count}">${marks.join('')}</${prefix}rowBreaks>`;
  return childOf(root, 'rowBreaks') || rows.length > 0
    ? [putNew({ xml, root }, 'rowBreaks', rows.length > 0 ? text : '')]
    : [];
}

/** Sets attributes of an element of the sheet that has nothing else; one that is not there is made. */
function attributesOf(
  { xml, root }: SheetText,
  local: string,
  values: Readonly<Record<string, string | undefined>>,
): Splice[] {
  const old = childOf(root, local);
  if (old) return setAttributes(xml, old, values);
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]));
  return [putNew({ xml, root }, local, `<${prefixOf(root.name)}${local}${given.join('')}/>`)];
}

function putNew({ root }: SheetText, local: string, text: string): Splice {
  return putElement(root, { local, order: WORKSHEET_ORDER, text });
}
