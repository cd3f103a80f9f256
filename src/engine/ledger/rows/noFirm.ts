import { eachRow, type Steps } from '../../../steps/steps';
import { cellText, isMissingMark, type Cell } from '../cell';
import { SURE_COMPANY } from '../sheet/headerness';
import type { SumsGiven } from './bySums';
import { firmNameOf } from './firmNames';
import type { Look } from './look';

/** 空置厂房, 待建, 物业及公共配套用房: what stands in the place of an enterprise that is not there. */
const VACANT =
  /空置|闲置|空闲|空地|空厂房|空房|待建|待出?租|待售|待招商|招商中|未出租|未租|未利用|未入驻|预留|公摊|公共(?:部分|区域|设施|配套|用房)|配套用房|物业(?:用房|管理用房|及)|待拆|已拆除/;
/** 作废, 重复登记: a line that somebody has taken back. */
const VOID =
  /作废|重复(?:登记|填报|录入|统计|上报|行)|(?:已|应|拟|予以)(?:删除|剔除)|^(?:删除|剔除|注销)$|此行不计|(?:已|办理)注销|已吊销/;
/** Most cells hold no letter of these words. */
const LETTER = /[废复删剔注吊不]/;
const LONGEST = 40;

/**
 * Rows that say themselves that they are no enterprise: nobody's land, and lines that were taken back though the enterprise stands
 * elsewhere. They are set apart and told. One that was taken back and stands nowhere else is held and told.
 */
export function* markNoFirms(given: SumsGiven): Steps<void> {
  const { rows, look, kinds, doubts } = given;
  const columns = columnsOfWords(look);
  const taken: number[] = [];
  yield* eachRow(rows, (row, index) => {
    if (kinds[index] !== 'data') return;
    if (isVacant(row, look)) {
      const isParcel = look.keys.some((column) => !look.nothing(row[column]));
      if (!isParcel) kinds[index] = 'noFirm';
      doubts.push({ code: 'noFirm', row: index });
    } else if (columns.some((column) => isVoid(row[column]))) taken.push(index);
  });
  if (taken.length > 0) markTaken(given, taken);
}

function markTaken({ rows, look, kinds, doubts }: SumsGiven, taken: readonly number[]): void {
  const isTaken = new Set(taken);
  const columns = columnsOfWords(look);
  const status = look.headers.byField.get('enterpriseStatus')?.column;
  const left = new Set(
    rows.flatMap((row, index) => (kinds[index] === 'data' && !isTaken.has(index) ? keysOf(row, look) : [])),
  );
  for (const row of taken) {
    const isAgain = keysOf(rows[row] ?? [], look).some((key) => left.has(key));
    if (isAgain) kinds[row] = 'noFirm';
    // What an enterprise's status says has a rule of its own.
    const isByStatus = columns.every((column) => column === status || !isVoid(rows[row]?.[column]));
    if (isAgain || !isByStatus) doubts.push({ code: isAgain ? 'noFirm' : 'takenBack', row });
  }
}

function keysOf(row: readonly Cell[], { name, code }: Look): string[] {
  const own = name === undefined ? '' : firmNameOf(row[name]);
  const key = code === undefined ? '' : cellText(row[code]);
  return [...(own === '' ? [] : [own]), ...(isMissingMark(key) ? [] : [key])];
}

/** Nobody's name in the place of one, or none and a word elsewhere; without a code and a tax. */
function isVacant(row: readonly Cell[], look: Look): boolean {
  const { name, code, nothing, headers } = look;
  if (name === undefined || (code !== undefined && !nothing(row[code]) && !isMissingMark(cellText(row[code]))))
    return false;
  const own = row[name];
  const isNamed = !nothing(own) && !isMissingMark(cellText(own));
  const says = isNamed ? isVacancy(own) : row.some((cell) => isVacancy(cell));
  if (!says) return false;
  const tax = headers.byField.get('taxPaid');
  const taxes = tax ? [tax, ...(tax.plus ?? [])] : [];
  return taxes.every(({ column }) => {
    const cell = row[column];
    return nothing(cell) || cell === 0 || isMissingMark(cellText(cell)) || cellText(cell) === '0';
  });
}

/** Nobody's name in the place of an enterprise's. */
export function isVacancy(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= LONGEST && VACANT.test(cell) && !SURE_COMPANY.test(cellText(cell));
}

function isVoid(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= LONGEST && LETTER.test(cell) && VOID.test(cellText(cell));
}

/** Where somebody writes that a line does not count: its number, its name, remarks, and columns of words that nobody took. */
function columnsOfWords({ headers, sequence, name }: Look): number[] {
  const others = headers.columns.flatMap((match, column) =>
    match === undefined || match.field.id === 'remark' || match.field.id === 'enterpriseStatus' ? [column] : [],
  );
  return [...new Set([sequence, name, ...others])].filter((column) => column !== undefined);
}
