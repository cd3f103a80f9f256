import { escapeXml } from '../xml/escapeXml';
import { scanXml } from '../xml/scanXml';
import type { OpenTag } from '../xml/xmlHandlers';
import type { Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { localName } from '../xml/xmlElement';
import type { FormulaRenames } from './formulaRenames';

/** Elements whose text is a formula: cells, validation, conditional formats, charts, sparklines, table columns. */
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2', 'calculatedColumnFormula', 'totalsRowFormula']);
/** Attributes that are formulas: links in the workbook, text boxes that show a cell, form controls. */
const REFERENCES = ['location', 'textlink', 'fmlaLink', 'fmlaRange', 'fmlaTxbx'];
/** Elements that name a sheet in an attribute. */
const SHEET_NAMES = new Set(['worksheetSource', 'dataRef']);

/** The splices that follow renamed sheets and table columns, and removed sheets, through the formulas of a part. */
export function renameInPart(xml: string, part: string, renames: FormulaRenames): Splice[] {
  const splices: Splice[] = [];
  let formula: { from: number; text: string } | undefined;
  scanXml(xml, part, {
    open: (tag) => {
      splices.push(...renameAttributes(xml, tag, renames));
      if (FORMULAS.has(localName(tag.name))) formula = { from: tag.openEnd, text: '' };
    },
    text: (text) => {
      if (formula) formula.text += text;
    },
    close: (_name, end) => {
      if (formula) splices.push(...renameText(xml, { ...formula, end }, renames));
      formula = undefined;
    },
  });
  return splices;
}

function renameText(
  xml: string,
  { from, text, end }: { from: number; text: string; end: number },
  renames: FormulaRenames,
): Splice[] {
  const renamed = renames.formula(text);
  return renamed === text ? [] : [{ start: from, end: xml.lastIndexOf('</', end - 1), text: escapeXml(renamed) }];
}

function renameAttributes(xml: string, tag: OpenTag, renames: FormulaRenames): Splice[] {
  const { attributes } = tag;
  const changed: Record<string, string> = {};
  for (const name of REFERENCES) {
    const old = attributes[name];
    const renamed = old === undefined ? old : renames.formula(old);
    if (renamed !== undefined && renamed !== old) changed[name] = renamed;
  }
  const sheet = SHEET_NAMES.has(localName(tag.name)) ? attributes['sheet'] : undefined;
  const renamed = sheet === undefined ? undefined : renames.sheet(sheet);
  if (renamed !== undefined) changed['sheet'] = renamed;
  return Object.keys(changed).length === 0 ? [] : setAttributes(xml, tag, changed);
}
