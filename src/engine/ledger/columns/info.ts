import type { Unit } from '../../quantity/unit';
import type { Cell } from '../cell';
import { pathOf, type Header } from '../words/header';
import { otherField, type NameMatch } from '../words/otherField';
import type { Family } from '../words/families';
import type { Kind } from '../words/kinds';
import { meaningOf, unitIn } from './meaning';
import { profileOf, type Profile } from './profile';

/** A column with all that is known of it before columns are chosen. */
export interface ColumnInfo {
  readonly column: number;
  /** Its texts from top to bottom, joined by "/". */
  readonly header: string;
  readonly path: readonly Header[];
  /** The texts above its own. */
  readonly parent: string;
  readonly family: Family;
  readonly kind: Kind;
  /** The field its words name by themselves. */
  readonly named?: NameMatch;
  readonly unit?: Unit;
  readonly year?: number;
  readonly profile: Profile;
  readonly hidden: boolean;
  /** The named column whose header seems to reach over this one without a name. */
  readonly under?: number;
}

/** Columns to be understood: the texts of each, and a sample of the rows below them, cut to the same columns. */
export interface ColumnsGiven {
  readonly texts: readonly (readonly string[])[];
  readonly sample: readonly (readonly Cell[])[];
  readonly hidden?: ReadonlySet<number>;
  readonly zeroIsBlank?: boolean;
}

/** Looks at every column by itself. */
export function columnInfos({ texts, sample, hidden, zeroIsBlank = false }: ColumnsGiven): ColumnInfo[] {
  const infos = texts.map((own, column): ColumnInfo => {
    const path = pathOf(own);
    const { family, kind } = meaningOf(path);
    const unit = unitIn(path, family);
    const year = path.findLast((header) => header.year !== undefined)?.year;
    const named = otherField(path, path.findLast((header) => header.unit)?.unit);
    const profile = profileOf(
      sample.map((row) => row[column]),
      zeroIsBlank,
    );
    return {
      column,
      header: own.join('/'),
      path,
      family,
      kind,
      profile,
      hidden: hidden?.has(column) === true,
      parent: path
        .slice(0, -1)
        .map((header) => header.text)
        .join('/'),
      ...(named ? { named } : {}),
      ...(unit ? { unit } : {}),
      ...(year === undefined ? {} : { year }),
    };
  });
  return underWide(infos);
}

/** 税收 | (blank) | (blank): columns of numbers without a name to the right of an amount may belong to it. */
function underWide(infos: ColumnInfo[]): ColumnInfo[] {
  infos.forEach((info, index) => {
    const left = infos[index - 1];
    const head = left && (left.under === undefined ? left : infos[left.under]);
    if (!head || info.path.length > 0 || info.profile.numbers < 2 || !['tax', 'area'].includes(head.family)) return;
    const { family, unit } = head;
    infos[index] = { ...info, family, kind: 'unknown', under: head.column, ...(unit ? { unit } : {}) };
  });
  return infos;
}
