import { unitOfFormat } from '../../quantity/formatUnit';
import type { Unit } from '../../quantity/unit';
import { familyOf, type Family } from '../words/families';
import { headerOf, type Header } from '../words/header';
import { CHILD, HEADING, kindOf, type Kind } from '../words/kinds';

/** What a column is about by its words, and which figure of that. */
export interface Meaning {
  readonly family: Family;
  readonly kind: Kind;
}

const AMOUNTS: readonly Family[] = ['area', 'tax', 'perMu', 'floor'];
const WHOLE = /^(?:合计|小计|总计|总额|金额|数值|数据|总面积)$/;
/** 目标 | 实际完成: what is said of them in lists of tasks they say of the amount above them here. */
const TASKS: readonly string[] = ['targetValue', 'completedValue'];
const QUARTERS: readonly string[] = ['firstQuarter', 'secondQuarter', 'thirdQuarter', 'fourthQuarter'];

/** The text itself speaks; where it does not (本月, 自有, 2023年), its parents do. A unit that contradicts the words decides. */
export function meaningOf(path: readonly Header[], title = ''): Meaning {
  const own = path.at(-1);
  if (!own) return { family: 'none', kind: 'unknown' };
  const said = familyIn(path, own);
  const isAlone = path.slice(0, -1).every(({ text }) => HEADING.test(text));
  const isBare =
    (isAlone && BARE_PERIOD.test(own.text)) || (path.length > 1 && path.every(({ name }) => BARE_FIGURE.test(name)));
  const isOfTitle = (said === 'none' || said === 'other') && isBare && /税|入库/.test(title);
  const family = withUnit(isOfTitle ? 'tax' : said, path.findLast(({ unit }) => unit)?.unit);
  const kind = kindOf(path, family);
  return { family, kind: kind === 'part' && isSaidOfAll(own, title) ? 'version' : kind };
}

function familyIn(path: readonly Header[], own: Header): Family {
  const parents = path.slice(0, -1);
  const isBuilding = parents.some(({ name }) => /建筑|厂房|房屋/.test(name));
  if (own.field && QUARTERS.includes(own.field.id)) {
    const isTax = parents.some((header) => familyOf(header) === 'tax') || own.name.includes('税');
    return isTax ? 'tax' : 'other';
  }
  const isTask = own.field !== undefined && TASKS.includes(own.field.id);
  if (isTask && parents.some((header) => AMOUNTS.includes(familyOf(header)))) return ofParents(parents, own) ?? 'other';
  // 本企业 | 含承租企业 under 实缴税收 say whose tax, and are no names.
  const isWhose = familyOf(own) === 'name' && !own.field && ofParents(parents, own) !== undefined;
  const family = isOfOtherMoney(parents, own) ? 'other' : isWhose ? 'none' : familyOf(own);
  const said = family === 'none' || WHOLE.test(own.name) ? (ofParents(parents, own) ?? family) : family;
  const isBare = /^(?:总?面积|合计|小计)$/.test(own.name);
  const inMu = path.findLast(({ unit }) => unit)?.unit?.text === '亩';
  return said === 'area' && isBare && isBuilding && !inMu ? 'floor' : said;
}

/** 1月 … 12月, 全年合计 in a list of 入库税收: the title says of what. */
const BARE_PERIOD =
  /^(?:(?:19|20)\d{2}年?)?(?:\d{1,2}月|[一二三四1-4]季度|[上下]半年|全年|年度)?(?:合计|累计|小计|总计)?$/;

/** 年度计划, 本月完成/本期, 累计完成/累计: which figure, and nothing of what. */
const BARE_FIGURE =
  /^(?:(?:年度?|全年|本[月年期季]|当[月年期]|累计|同期|上年|去年|计划|目标|任务|完成|实际|实绩|入库)+(?:数|额|合计)?)$/;

/** 承租用地面积 in a list of 租赁企业: all land is so there. */
function isSaidOfAll({ name }: Header, title: string): boolean {
  return OF_ALL.some((words) => words.test(name) && words.test(title));
}

const OF_ALL: readonly RegExp[] = [/租赁|承租|租用|租入/, /出让/, /划拨/, /自有/];

/** 出让金 over 已缴: paid, but no tax. */
function isOfOtherMoney(parents: readonly Header[], own: Header): boolean {
  const isBare = familyOf(own) === 'tax' && !own.name.includes('税');
  return isBare && parents.some(({ name }) => /(?:金|款|费|租|[地单总交]价)$/.test(name) && !name.includes('税'));
}

function ofParents(parents: readonly Header[], own: Header): Family | undefined {
  const speaks = (header: Header) => !HEADING.test(header.text) || CHILD.test(own.name) || own.name === '';
  const near = parents.findLast((header) => AMOUNTS.includes(familyOf(header)) && speaks(header));
  if (near) return familyOf(near);
  const parent = parents.at(-1);
  const joined = parent && own.name !== '' ? familyOf(headerOf(parent.name + own.name)) : 'none';
  return joined === 'none' ? undefined : joined;
}

function withUnit(family: Family, unit: Unit | undefined): Family {
  if (!unit || unit.text === '%') return family;
  if (family === 'tax' || family === 'perMu') {
    if (unit.dimension === 'perMu') return 'perMu';
    return unit.dimension === 'money' ? family : 'other';
  }
  // 实际供地（亩）: what is counted in 亩 is land, whatever it is called; in ㎡ it may be a floor.
  if (family === 'none') return unit.dimension === 'area' && LAND_UNITS.has(unit.text) ? 'area' : family;
  if (family === 'area') return unit.dimension === 'area' ? 'area' : 'other';
  return family;
}

const LAND_UNITS: ReadonlySet<string> = new Set(['亩', '万亩', '公顷']);

const DIMENSIONS: Partial<Record<Family, Unit['dimension']>> = {
  tax: 'money',
  perMu: 'perMu',
  area: 'area',
  floor: 'area',
};

/** The unit, of the kind that its family is counted in, that a column's number format shows behind its figures. */
export function unitShown(format: string | undefined, family: Family, named: Unit | undefined): Unit | undefined {
  const unit = format === undefined ? undefined : unitOfFormat(format, named);
  return unit?.dimension === DIMENSIONS[family] ? unit : undefined;
}

/** The unit that a column's texts name, of the kind that its family is counted in; % where it is a share. */
export function unitIn(path: readonly Header[], family: Family): Unit | undefined {
  const dimension = DIMENSIONS[family];
  const fits = ({ unit }: Header) =>
    unit !== undefined &&
    (dimension === undefined ? unit.dimension !== 'other' || unit.text === '%' : unit.dimension === dimension);
  return path.findLast(fits)?.unit;
}
