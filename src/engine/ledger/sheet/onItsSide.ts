import { isBlank, type Rows } from '../cell';
import { familyOf, type Family } from '../words/families';
import { headerOf } from '../words/header';
import { LOOKED_AT } from './bounds';
import { headerness } from './headerness';

/** Names of this many columns must stand below one another, a name and an amount among them. */
const LEAST = 3;

/** What a sheet is whose names of columns stand below one another: a form of one enterprise, or a list turned on its side. */
export function onItsSide(cells: Rows): 'form' | 'turned' | undefined {
  const lines = cells.slice(0, LOOKED_AT.rows).map((row) => row.filter((cell) => !isBlank(cell)));
  const named = lines.filter(
    ([first, second]) => headerness(first) >= 1 && second !== undefined && headerness(second) < 1,
  );
  const families = new Set(named.map(([first]) => familyOf(headerOf(first))));
  const has = (...wanted: Family[]) => wanted.some((family) => families.has(family));
  if (named.length < LEAST || !has('name', 'code') || !has('area', 'tax')) return undefined;
  return named.filter(({ length }) => length > 2).length >= named.length / 2 ? 'turned' : 'form';
}
