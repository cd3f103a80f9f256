import { familyOf, type Family } from '../words/families';
import { headerOf } from '../words/header';
import { residueOf } from '../words/residue';
import type { ColumnInfo } from './columnInfo';

/** Figures and what is worked out of them: what stands over these alone says which of them they are. */
const AMOUNTS: readonly Family[] = ['tax', 'area', 'perMu', 'floor'];

/** A figure of tax or land over which something stands that nobody here knows is an unknown one, whatever else is said. */
export function understood(infos: readonly ColumnInfo[]): ColumnInfo[] {
  return infos.map((info) => {
    if (isOnlyOne(info, infos)) return { ...info, kind: 'plain' };
    if (!isFigure(info)) return info;
    const own = info.path.at(-1);
    const said = info.path.filter(
      (header) => header === own || !(isMereHeading(header.text, info, infos) || isOfSeveral(header.text)),
    );
    return residueOf(said) === '' ? info : { ...info, kind: 'unknown' };
  });
}

/** 厂子占地 alone: no word of it is unknown, and no other column is about the same thing. */
function isOnlyOne(info: ColumnInfo, infos: readonly ColumnInfo[]): boolean {
  const { family, kind, path } = info;
  if ((family !== 'tax' && family !== 'area') || kind !== 'unknown' || path.length === 0) return false;
  return residueOf(path) === '' && infos.every((other) => other === info || other.family !== family);
}

function isFigure({ family, kind }: ColumnInfo): boolean {
  return (family === 'tax' || family === 'area') && (kind === 'plain' || kind === 'version');
}

/** 用地及厂房 over both: each of its words is what some column is about. */
function isOfSeveral(text: string): boolean {
  const parts = text.split(/[及和与、]/);
  const isSubject = (part: string) =>
    residueOf([headerOf(part)]) === '' || AMOUNTS.includes(familyOf(headerOf(`${part}面积`)));
  return parts.length > 1 && parts.every((part) => part !== '' && isSubject(part));
}

/** 治理情况 over land, causes and dates: a heading, unless another figure of land stands outside of it. */
function isMereHeading(text: string, info: ColumnInfo, infos: readonly ColumnInfo[]): boolean {
  if (/^其[他它]$/.test(text)) return true;
  const isUnder = ({ path }: ColumnInfo) => path.slice(0, -1).some((header) => header.text === text);
  const isMixed = infos.some((other) => isUnder(other) && !AMOUNTS.includes(other.family) && other.family !== 'none');
  const rivals = infos.filter((other) => other !== info && other.family === info.family && isFigure(other));
  return isMixed && rivals.every(isUnder);
}
