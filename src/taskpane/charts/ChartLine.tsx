import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ECharts } from 'echarts/core';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

/** A line across a picture at an amount of its axis. */
export interface LineAcross {
  /** The axis of amounts: the line lies across y and stands across x. */
  readonly axis: 'x' | 'y';
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
  // Wide enough for a finger; the line itself is thin.
  grip: {
    position: 'absolute',
    touchAction: 'none',
    display: 'flex',
    alignItems: 'center',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  lying: { left: 0, right: 0, height: '24px', marginTop: '-12px', cursor: 'ns-resize' },
  standing: {
    top: 0,
    bottom: 0,
    width: '24px',
    marginLeft: '-12px',
    cursor: 'ew-resize',
    flexDirection: 'column-reverse',
  },
  // As wide as its border, lying or standing.
  line: { flexGrow: 1, border: `1px dashed ${tokens.colorPaletteRedForeground1}` },
  handle: {
    width: '16px',
    height: '16px',
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorPaletteRedForeground1}`,
  },
});

const AXES = { x: { xAxisIndex: 0 }, y: { yAxisIndex: 0 } };

/** The line: dragged, or moved by the arrow, page, home and end keys. */
export function ChartLine({ chart, line }: { readonly chart: ECharts; readonly line: LineAcross }) {
  const styles = useStyles();
  const grip = useRef<HTMLDivElement>(null);
  const { axis, value, least, greatest, step, label, told, onMove } = line;
  const within = (wanted: number) => Math.min(greatest, Math.max(least, wanted));
  const drag = (event: PointerEvent) => {
    const frame = grip.current?.offsetParent?.getBoundingClientRect();
    if (!frame || !grip.current?.hasPointerCapture(event.pointerId)) return;
    const at = axis === 'x' ? event.clientX - frame.left : event.clientY - frame.top;
    const wanted = chart.convertFromPixel(AXES[axis], at);
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
      className={mergeClasses(styles.grip, axis === 'x' ? styles.standing : styles.lying)}
      style={{ [axis === 'x' ? 'left' : 'top']: chart.convertToPixel(AXES[axis], within(value)) }}
      role="slider"
      tabIndex={0}
      aria-orientation={axis === 'x' ? 'horizontal' : 'vertical'}
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
