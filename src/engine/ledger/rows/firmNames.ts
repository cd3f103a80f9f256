import { cellText, isMissingMark, type Cell } from '../cell';
import { plainText } from '../normalise';
import { COMPANY } from '../sheet/headerness';

/** A name as it is told from others whatever way it is written; '' where there is none. */
export function likeName(cell: Cell): string {
  const text = cellText(cell);
  return isMissingMark(text) || isDitto(text) ? '' : plainText(text).replace(/有限责任公司/g, '有限公司');
}

const DITTO = /^(?:同上|同前|同左?上[行栏格户]|上同|[〃″′"“”'＂]{1,2}|-?do-?|ditto)$/i;

/** 同上 or 〃: what stands above. */
export function isDitto(text: string): boolean {
  return DITTO.test(text);
}

const NUMBER = '[一二三四五六七八九十\\d]';
const PLACE = `(?:第?${NUMBER}{1,3}|[东南西北中新老旧总本上下A-Z])`;
const SITE = `(?:${PLACE}?(?:号?(?:厂区|分厂|车间|地块|宗地|厂房|基地|楼|幢|栋|区块|园区|片区)|期|厂|部|分部)(?:项目|工程|用地|厂区)?)`;
/** （一期）, （北厂区）, (2#地块): a bracket at a name's end that says which part of an enterprise is meant. */
const IN_BRACKETS = new RegExp(`\\((?:[^()]{0,6}?)${SITE}\\)$`);
/** 某某有限公司二期, 某某厂东厂区, 某某有限公司临江分公司. */
const BEHIND = new RegExp(`^(.*(?:公司|厂|集团|合作社))(?:${SITE}|[\\u4e00-\\u9fff]{0,6}分(?:公司|厂))$`);

const SITE_ALONE = new RegExp(`^(?:其中:?)?\\(?(?:${SITE}|${PLACE}?号?[地宗厂楼]块?)\\)?$`);

/** 一号地块, 二期, 北厂区: the name of a part alone, which is nobody's. */
export function isSiteAlone(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= 10 && SITE_ALONE.test(plainText(cell));
}

/** The name of the enterprise that a name of one of its phases, plants or branches begins with; other names as they are. */
export function firmNameOf(cell: Cell): string {
  const name = likeName(cell);
  // Nothing stands behind most names.
  if (name.endsWith('公司') && !name.endsWith('分公司')) return name;
  const base = name.replace(IN_BRACKETS, '').replace(BEHIND, '$1');
  return base !== name && base.length >= 4 && COMPANY.test(base) ? base : name;
}
