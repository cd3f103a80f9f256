import type { CellChoiceModel } from '../model';
import { PackageError } from '../packageError';
import { escapeXml } from '../xml/escapeXml';
import { appendInside, putElement, WORKSHEET_ORDER } from '../xml/insertElement';
import type { Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, prefixOf } from '../xml/xmlElement';
import type { SheetText } from './sheetParts';
import { areaName } from '../../sheet/address';
import { fitsInline } from '../../sheet/wordSheet';

/** Protection without a password; widths and heights may still be changed, or a number shown as ### stays so. */
export function protectionSplices({ xml, root }: SheetText, protect: boolean): Splice[] {
  const old = childOf(root, 'sheetProtection');
  if (old && protect) return setAttributes(xml, old, { sheet: '1' });
  if (!old && !protect) return [];
  const open = 'sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"';
  const text = protect ? `<${prefixOf(root.name)}sheetProtection ${open}/>` : '';
  return [putElement(root, { local: 'sheetProtection', order: WORKSHEET_ORDER, text })];
}

/** Lists to choose from, behind the rules there are. Throws PackageError 'badChange' for a list Excel would refuse. */
export function choiceSplices({ xml, root }: SheetText, choices: readonly CellChoiceModel[]): Splice[] {
  if (choices.length === 0) return [];
  const prefix = prefixOf(root.name);
  const text = choices.map((choice) => choiceXml(prefix, choice)).join('');
  const list = childOf(root, 'dataValidations');
  const count = String(choices.length + (list?.children.length ?? 0));
  if (list) return [...setAttributes(xml, list, { count }), appendInside(list, text)];
  const all = `<${prefix}dataValidations count="${count}">${text}</${prefix}dataValidations>`;
  return [putElement(root, { local: 'dataValidations', order: WORKSHEET_ORDER, text: all })];
}

function choiceXml(prefix: string, choice: CellChoiceModel): string {
  const rule = `type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${areaName(choice.area)}"`;
  const source = 'list' in choice ? inline(choice.list) : choice.source.replace(/^=/, '');
  return `<${prefix}dataValidation ${rule}><${prefix}formula1>${escapeXml(source)}</${prefix}formula1></${prefix}dataValidation>`;
}

function inline(list: readonly string[]): string {
  if (list.length === 0 || !fitsInline(list)) throw new PackageError('badChange', { reason: 'list to choose from' });
  return `"${list.join(',')}"`;
}
