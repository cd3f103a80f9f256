import { makeStyles, tokens } from '@fluentui/react-components';
import type { ECharts } from 'echarts/core';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

/** A line across a picture at an amount of its axis. */
export interface LineAcross {
  readonly value: number;
  readonly least: number;
  readonly greatest: number;
  /** How far an arrow key moves it; the page keys go ten times as far. */
  readonly step: number;
  /** What it is, and what it says where it stands. */
  readonly label: string;
  readonly told: string;
  readonly onMove: (value: number) => void;
}

const useStyles = makeStyles({
  // Tall enough for a finger; the line itself is thin.
  grip: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: '24px',
    marginTop: '-12px',
    cursor: 'ns-resize',
    touchAction: 'none',
    display: 'flex',
    alignItems: 'center',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  line: { flexGrow: 1, borderTop: `2px dashed ${tokens.colorPaletteRedForeground1}` },
  handle: {
    width: '16px',
    height: '16px',
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorPaletteRedForeground1}`,
  },
});

const AXIS = { yAxisIndex: 0 };

/** The line: dragged, or moved by the arrow, page, home and end keys. */
export function ChartLine({ chart, line }: { readonly chart: ECharts; readonly line: LineAcross }) {
  const styles = useStyles();
  const grip = useRef<HTMLDivElement>(null);
  const { value, least, greatest, step, label, told, onMove } = line;
  const within = (wanted: number) => Math.min(greatest, Math.max(least, wanted));
  const drag = (event: PointerEvent) => {
    const top = grip.current?.offsetParent?.getBoundingClientRect().top;
    if (top === undefined || !grip.current?.hasPointerCapture(event.pointerId)) return;
    const wanted = chart.convertFromPixel(AXIS, event.clientY - top);
    if (Number.isFinite(wanted)) onMove(within(Math.round(wanted / step) * step));
  };
  const press = (event: KeyboardEvent) => {
    const moved = movedBy(event.key, { value, least, greatest, step });
    if (moved === undefined) return;
    event.preventDefault();
    onMove(within(moved));
  };
  return (
    <div
      ref={grip}
      className={styles.grip}
      style={{ top: chart.convertToPixel(AXIS, within(value)) }}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={greatest}
      aria-valuenow={value}
      aria-valuetext={told}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <span className={styles.line} />
      <span className={styles.handle} />
    </div>
  );
}

function movedBy(
  key: string,
  { value, least, greatest, step }: Pick<LineAcross, 'value' | 'least' | 'greatest' | 'step'>,
): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowUp: value + step,
    ArrowRight: value + step,
    ArrowDown: value - step,
    ArrowLeft: value - step,
    PageUp: value + 10 * step,
    PageDown: value - 10 * step,
    Home: least,
    End: greatest,
  };
  return to[key];
}
