import type { Splice } from './splice';
import type { XmlElement } from './xmlElement';

/** Puts text at the end of an element's content; a self-closing tag is opened. */
export function appendInside(
  element: Pick<XmlElement, 'name' | 'selfClosing' | 'closeStart' | 'end'>,
  text: string,
): Splice {
  if (!element.selfClosing) return { start: element.closeStart, end: element.closeStart, text };
  return { start: element.end - 2, end: element.end, text: `>${text}</${element.name}>` };
}

/** Where a child of that local name belongs by the schema's order: after the last child that may stand before it. */
export function placeInOrder(parent: XmlElement, local: string, order: readonly string[]): number {
  const rank = order.indexOf(local);
  const before = parent.children.filter((child) => {
    const own = order.indexOf(child.local);
    return own >= 0 && own <= rank;
  });
  return before.at(-1)?.end ?? parent.openEnd;
}

/** Replaces an element by text, or puts the text where a new one belongs; "" takes it away. */
export function putElement(
  parent: XmlElement,
  { local, order, text }: { readonly local: string; readonly order: readonly string[]; readonly text: string },
): Splice {
  const old = parent.children.find((child) => child.local === local);
  if (old) return { start: old.start, end: old.end, text };
  const start = placeInOrder(parent, local, order);
  return { start, end: start, text };
}

/** The order of a worksheet's children (ISO 29500-1 18.3.1.99); wrapped controls stand where controls do. */
export const WORKSHEET_ORDER: readonly string[] =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls AlternateContent webPublishItems tableParts extLst`.split(
    /\s+/,
  );

/** The order of a workbook's children (ISO 29500-1 18.2.27). */
export const WORKBOOK_ORDER: readonly string[] =
  `fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups
externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing
fileRecoveryPr webPublishObjects extLst`.split(/\s+/);

/** The order of a style sheet's children (ISO 29500-1 18.8.39). */
export const STYLES_ORDER: readonly string[] =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
