import { mergeClasses } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import type { StyleModel } from '../../package/model';
import { holdsCell, overlap, type Area } from '../../sheet/area';
import { isBlankCell, type FileSheet } from '../../workbook/file/fileSheet';
import { formattedText } from './formattedText';
import { GUTTER, LETTERS, type GridLayout } from './gridLayout';
import { useGridStyles } from './gridStyles';
import { indexes } from './Heads';

/** The id of a cell's element, for what reads the page aloud. */
export const cellId = (row: number, column: number): string => `cell-${String(row)}-${String(column)}`;

interface Props {
  readonly sheet: FileSheet;
  readonly layout: GridLayout;
  readonly selected: Area | undefined;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The cells of some rows and columns; of merged ones the first, as large as all of them. */
export function Cells({ sheet, layout, selected, firstRow, lastRow, firstColumn, lastColumn }: Props) {
  const view = {
    row: firstRow,
    column: firstColumn,
    rows: lastRow - firstRow + 1,
    columns: lastColumn - firstColumn + 1,
  };
  const merges = layout.merges.filter((area) => overlap(area, view));
  // Merged cells that begin above the view reach into it.
  const above = merges.flatMap(({ row }) => (row < firstRow ? [row] : []));
  return [...new Set([...above, ...indexes(firstRow, lastRow)])].map((row) => (
    <div key={row} role="row" aria-rowindex={row + 1}>
      {columnsOf(row, view, merges)
        .filter((column) => row >= firstRow || merges.some((area) => area.row === row && area.column === column))
        .map((column) => {
          const own = { row, column, rows: 1, columns: 1 };
          const area = merges.find((merge) => merge.row === row && merge.column === column) ?? own;
          return (
            <GridCell
              key={column}
              {...{ sheet, layout, area }}
              isSelected={selected ? overlap(area, selected) : false}
            />
          );
        })}
    </div>
  ));
}

/** The columns of a row that have a cell of their own to draw: in view, or the first of merged cells that reach into it. */
function columnsOf(row: number, view: Area, merges: readonly Area[]): number[] {
  const here = merges.filter((area) => row >= area.row && row < area.row + area.rows);
  const own = indexes(view.column, view.column + view.columns - 1).filter(
    (column) => !here.some((area) => holdsCell(area, row, column)),
  );
  const firsts = here.filter((area) => area.row === row).map(({ column }) => column);
  return [...own, ...firsts].sort((a, b) => a - b);
}

interface CellProps {
  readonly sheet: FileSheet;
  readonly layout: GridLayout;
  readonly area: Area;
  readonly isSelected: boolean;
}

function GridCell({ sheet, layout: { rows, columns }, area, isSelected }: CellProps) {
  const styles = useGridStyles();
  const { row, column } = area;
  const cell = sheet.cell(row, column);
  const look = sheet.style(row, column);
  const text = isBlankCell(cell) ? '' : formattedText(cell, look);
  const [top, left] = [rows[row] ?? 0, columns[column] ?? 0];
  const height = (rows[row + area.rows] ?? top) - top;
  const width = (columns[column + area.columns] ?? left) - left;
  if (height === 0 || width === 0) return null;
  const horizontal = look?.alignment.horizontal ?? (typeof cell.value === 'number' ? 'right' : '');
  return (
    <div
      id={cellId(row, column)}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected}
      title={text.length * 8 > width ? text : undefined}
      className={mergeClasses(
        styles.cell,
        horizontal === 'right' && styles.number,
        horizontal.startsWith('center') && styles.middle,
        look?.font.bold === true && styles.bold,
        (look?.alignment.wrap === true || text.includes('\n')) && styles.wrap,
        sheet.changed.get(row)?.has(column) === true && sheet.origin.model && styles.ours,
        isSelected && styles.selected,
      )}
      style={{ top: LETTERS + top, left: GUTTER + left, height, width, ...colours(look) }}
    >
      {text}
    </div>
  );
}

/** A fill of the file comes with black letters, whatever the theme, unless the file says another colour. */
function colours(look: StyleModel | undefined): CSSProperties {
  if (look?.fill === undefined || /^#fff(?:fff)?$/i.test(look.fill)) return {};
  return { backgroundColor: look.fill, color: look.font.color ?? '#000000' };
}
