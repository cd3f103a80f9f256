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
const QUARTERS: readonly string[] = ['firstQuarter', 'secondQuarter', 'thirdQuarter', 'fourthQuarter'];

/** The text itself speaks; where it does not (本月, 自有, 2023年), its parents do. A unit that contradicts the words decides. */
export function meaningOf(path: readonly Header[]): Meaning {
  const own = path.at(-1);
  if (!own) return { family: 'none', kind: 'unknown' };
  const family = withUnit(familyIn(path, own), path.findLast(({ unit }) => unit)?.unit);
  return { family, kind: kindOf(path, family) };
}

function familyIn(path: readonly Header[], own: Header): Family {
  const parents = path.slice(0, -1);
  const isBuilding = parents.some(({ name }) => /建筑|厂房|房屋/.test(name));
  if (own.field && QUARTERS.includes(own.field.id)) {
    const isTax = parents.some((header) => familyOf(header) === 'tax') || own.name.includes('税');
    return isTax ? 'tax' : 'other';
  }
  const family = familyOf(own);
  const said = family === 'none' || WHOLE.test(own.name) ? (ofParents(parents, own) ?? family) : family;
  const isBare = /^(?:总?面积|合计|小计)$/.test(own.name);
  const inMu = path.findLast(({ unit }) => unit)?.unit?.text === '亩';
  return said === 'area' && isBare && isBuilding && !inMu ? 'floor' : said;
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
  if (family === 'area') return unit.dimension === 'area' ? 'area' : 'other';
  return family;
}

const DIMENSIONS: Partial<Record<Family, Unit['dimension']>> = {
  tax: 'money',
  perMu: 'perMu',
  area: 'area',
  floor: 'area',
};

/** The unit that a column's texts name, of the kind that its family is counted in; % where it is a share. */
export function unitIn(path: readonly Header[], family: Family): Unit | undefined {
  const dimension = DIMENSIONS[family];
  const fits = ({ unit }: Header) =>
    unit !== undefined &&
    (dimension === undefined ? unit.dimension !== 'other' || unit.text === '%' : unit.dimension === dimension);
  return path.findLast(fits)?.unit;
}
