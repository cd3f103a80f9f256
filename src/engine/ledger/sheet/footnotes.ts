import { parseUnit } from '../../quantity/unit';
import { isBlank } from '../cell';
import { LOOKED_AT } from './bounds';
import type { CellGrid } from './grid';
import type { ColumnTexts } from './headerPaths';

/** 用地①, 税收[2]: a name with the sign of a note behind it. */
const SIGN = /([①-⑳]|[*＊]{1,3}|[[（(【]\s*注?\s*\d{1,2}\s*[\])）】])\s*$/;
/** ①公顷，按不动产权证统计: a note that begins with its sign and then names a unit. */
const NOTE =
  /^\s*([①-⑳]|[*＊]{1,3}|[[（(【]\s*注?\s*\d{1,2}\s*[\])）】])\s*(?:单位)?[:：为是]?\s*([^，,。；;、\s]{1,6})/;

/** Names whose sign a note below the table explains by a unit get that unit, as a text of their own. */
export function withFootnotes(
  texts: ReadonlyMap<number, ColumnTexts>,
  { cells }: CellGrid,
  limit: number,
): ReadonlyMap<number, ColumnTexts> {
  const signed = [...texts.values()].filter(({ texts: own }) => own.some((text) => SIGN.test(text)));
  if (signed.length === 0) return texts;
  const units = new Map<string, string>();
  for (const row of cells.slice(Math.max(0, limit - LOOKED_AT.notes), limit)) {
    const filled = row.filter((cell) => !isBlank(cell));
    const [, sign, unit = ''] = NOTE.exec(String(filled[0])) ?? [];
    if (filled.length === 1 && sign !== undefined && parseUnit(unit)) units.set(plain(sign), `（${unit}）`);
  }
  const explained = signed.flatMap(({ at, texts: own }) => {
    const unit = units.get(plain(SIGN.exec(own.findLast((text) => SIGN.test(text)) ?? '')?.[1] ?? ''));
    return unit === undefined ? [] : [[at, { at, texts: [...own, unit] }] as const];
  });
  return new Map([...texts, ...explained]);
}

/** 注1, [1] and （1） are one sign. */
function plain(sign: string): string {
  return sign.normalize('NFKC').replace(/[^\d①-⑳*]/g, '');
}
