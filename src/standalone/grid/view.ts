import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject, type UIEvent } from 'react';
import type { Area } from '../../sheet/area';
import type { FileSheet } from '../../workbook/file/fileSheet';
import { GUTTER, indexAt, LETTERS, type GridLayout } from './gridLayout';

/** The part of a sheet that is in view, in pixels. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is in view of a scroller, and what to call when it scrolls. */
export function useView(scroller: RefObject<HTMLDivElement | null>): readonly [Viewport, (event: UIEvent) => void] {
  const [view, setView] = useState<Viewport>({ left: 0, top: 0, width: 800, height: 600 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setView((now) => ({ ...now, width: element.clientWidth, height: element.clientHeight })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  const onScroll = useCallback(({ currentTarget: { scrollLeft: left, scrollTop: top } }: UIEvent) => {
    setView((now) => ({ ...now, left, top }));
  }, []);
  return [view, onScroll];
}

interface Shown {
  readonly sheet: FileSheet;
  readonly layout: GridLayout;
  readonly selected: Area | undefined;
}

/** Brings the selection into view when it is another one; scrolling away from it is the person's right. */
export function useRevealed(scroller: RefObject<HTMLDivElement | null>, { sheet, layout, selected }: Shown): void {
  const key = selected && `${sheet.id}!${String(selected.row)},${String(selected.column)}`;
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (key === last.current || !selected || !scroller.current) return;
    last.current = key;
    reveal(scroller.current, layout, selected);
  }, [key, layout, selected, scroller]);
}

function reveal(element: HTMLDivElement, { rows, columns, frozen }: GridLayout, { row, column }: Area): void {
  const frozenHeight = rows[frozen] ?? 0;
  const span = (starts: Float64Array, at: number) => [starts[at] ?? 0, starts[at + 1] ?? 0] as const;
  const [top, bottom] = span(rows, row);
  const [left, right] = span(columns, column);
  const height = element.clientHeight - LETTERS;
  const width = element.clientWidth - GUTTER;
  if (row >= frozen) {
    if (top < element.scrollTop + frozenHeight) element.scrollTop = top - frozenHeight;
    else if (bottom > element.scrollTop + height) element.scrollTop = bottom - height;
  }
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (right > element.scrollLeft + width) element.scrollLeft = Math.min(left, right - width);
}

/** The cell under a pointer; on a row's number its row, on a column's letter its column as far as it is used. */
export function pointedCell(
  { clientX, clientY }: PointerEvent,
  element: HTMLDivElement | null,
  { layout, frozenHeight }: { readonly layout: GridLayout; readonly frozenHeight: number },
): Area | undefined {
  if (!element) return undefined;
  const box = element.getBoundingClientRect();
  const [x, y] = [clientX - box.left, clientY - box.top - LETTERS];
  if (x > element.clientWidth || y > element.clientHeight - LETTERS || y < 0) return undefined;
  const row = indexAt(layout.rows, y < frozenHeight ? y : y + element.scrollTop);
  if (x < GUTTER) return { row, column: 0, rows: 1, columns: layout.columns.length - 1 };
  const column = indexAt(layout.columns, x - GUTTER + element.scrollLeft);
  return { row, column, rows: 1, columns: 1 };
}
