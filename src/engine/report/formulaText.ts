/** The letters of a column counted from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

/** A cell as a formula on the same sheet names it. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The same cell wherever the formula is copied to. */
export function fixedCell(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`;
}

/** A cell of another sheet. */
export function sheetCell(sheet: string, row: number, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!${cellName(row, column)}`;
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
