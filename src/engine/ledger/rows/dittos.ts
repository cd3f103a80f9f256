import { cellText, isBlank, type Cell } from '../cell';
import type { HeaderMatch } from '../matchHeaders';
import type { Unmerged } from '../mergedCells';
import { readNumber } from '../number';
import { isDitto } from './firmNames';

/** Words that such a sign stands for; of an amount it may mean anything. */
const WORDS: readonly string[] = ['text', 'code', 'choice', 'yesNo', 'date'];
const LONGEST = 5;

/** 同上 and 〃 say what stands above them: it is written out, as what merged cells say is. */
export function withoutDittos(written: Unmerged, headers: HeaderMatch): Unmerged {
  if (!written.rows.some((row) => row.some(isSign))) return written;
  const isWord = wordsIn(written.rows, headers);
  const above = new Map<string, number>();
  const last: (number | undefined)[] = [];
  const rows = written.rows.map((row, at) => {
    const said = row.flatMap((cell, column) => (isSign(cell) && isWord(column) ? [column] : []));
    const own: Cell[] = [...row];
    for (const column of said) {
      const from = last[column];
      if (from === undefined) continue;
      own[column] = written.rows[from]?.[column];
      above.set(`${String(at)},${String(column)}`, from);
    }
    row.forEach((cell, column) => {
      if (!isBlank(cell) && !isSign(cell)) last[column] = at;
    });
    return said.length === 0 ? row : own;
  });
  const standsAt: Unmerged['standsAt'] = (row, column) => {
    const from = above.get(`${String(row)},${String(column)}`);
    return written.standsAt(from ?? row, column);
  };
  return { ...written, rows, standsAt };
}

/** Which columns hold words: those of fields that do, and of the others those in which no number is usual, whatever they may yet be. */
function wordsIn(rows: Unmerged['rows'], { columns }: HeaderMatch): (column: number) => boolean {
  const known = new Map<number, boolean>();
  const look = (column: number): boolean => {
    const kind = columns[column]?.field.kind;
    if (kind !== undefined) return WORDS.includes(kind);
    const own = rows.map((row) => row[column]).filter((cell) => !isBlank(cell) && !isSign(cell));
    return own.filter((cell) => readNumber(cell).kind === 'value').length * 2 < own.length;
  };
  return (column) => {
    const is = known.get(column) ?? look(column);
    known.set(column, is);
    return is;
  };
}

function isSign(cell: Cell): boolean {
  return typeof cell === 'string' && cell !== '' && cell.length <= LONGEST && isDitto(cellText(cell));
}
