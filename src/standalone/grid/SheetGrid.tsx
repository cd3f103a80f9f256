import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Area } from '../../sheet/area';
import { pageText } from '../../text/standalone';
import type { FileBook } from '../../workbook/file/fileBook';
import type { FileSheet } from '../../workbook/file/fileSheet';
import { Cells, cellId } from './Cells';
import { gridLayout, GUTTER, LETTERS, seen } from './gridLayout';
import { useGridStyles } from './gridStyles';
import { Letters, Numbers } from './Heads';
import { movedBy } from './movedBy';
import { pointedCell, useRevealed, useView } from './view';

interface Props {
  readonly book: FileBook;
  readonly sheet: FileSheet;
  /** Counts the changes of the book. */
  readonly version: number;
}

/** A sheet of the opened file, to be read and pointed at, not typed into: only the cells in view are drawn. */
export function SheetGrid({ book, sheet, version }: Props) {
  const styles = useGridStyles();
  // The layout follows what was written; the version says when.
  const layout = useMemo(() => ({ version, ...gridLayout(sheet) }), [sheet, version]);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, onScroll] = useView(scroller);
  const selected = book.activeId === sheet.id ? book.selected : undefined;
  const frozenHeight = layout.rows[layout.frozen] ?? 0;
  useRevealed(scroller, { sheet, layout, selected });
  const pick = (area: Area) => book.select(sheet.id, area);
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = movedBy(event, selected ?? { row: 0, column: 0, rows: 1, columns: 1 }, {
      rows: layout.rows.length - 2,
      columns: layout.columns.length - 2,
      page: Math.max(1, Math.floor(view.height / 24) - 2),
    });
    if (!moved) return;
    event.preventDefault();
    pick(moved);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const at = pointedCell(event, scroller.current, { layout, frozenHeight });
    if (at) pick(at);
  };
  const [firstRow, lastRow] = seen(layout.rows, view.top + frozenHeight, view.height - frozenHeight);
  const [firstColumn, lastColumn] = seen(layout.columns, view.left, view.width);
  const body = { firstRow: Math.max(firstRow, layout.frozen), lastRow, firstColumn, lastColumn };
  const total = (layout.rows.at(-1) ?? 0) + LETTERS;
  const wide = (layout.columns.at(-1) ?? 0) + GUTTER;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={pageText('grid', { name: sheet.name })}
      aria-readonly
      aria-rowcount={layout.rows.length - 1}
      aria-colcount={layout.columns.length - 1}
      aria-activedescendant={selected ? cellId(selected.row, selected.column) : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onScroll={onScroll}
    >
      <div className={styles.top} role="presentation">
        <Letters layout={layout} first={firstColumn} last={lastColumn} left={view.left} />
        {layout.frozen > 0 ? (
          <Cells {...{ sheet, layout, selected, firstColumn, lastColumn, firstRow: 0, lastRow: layout.frozen - 1 }} />
        ) : null}
        <Numbers layout={layout} first={0} last={layout.frozen - 1} left={view.left} />
      </div>
      <div className={styles.side} role="presentation">
        <Numbers layout={layout} first={body.firstRow} last={body.lastRow} left={0} />
      </div>
      <Cells {...{ sheet, layout, selected, ...body }} />
      <div style={{ width: wide, height: total }} role="presentation" />
    </div>
  );
}
