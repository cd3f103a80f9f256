import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import type { NewSheet, SheetFormat } from '../../../sheet/sheet';
import { previewGrid, type PreviewCell, type PreviewGrid } from '../../plans/targets/previewGrid';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  // A sheet of paper is white in every theme: this is how it prints.
  paper: {
    backgroundColor: '#ffffff',
    color: '#000000',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    overflowX: 'auto',
    overflowY: 'hidden',
    forcedColorAdjust: 'none',
  },
  whole: { overflowX: 'hidden' },
  table: { borderCollapse: 'collapse', tableLayout: 'fixed', transformOrigin: 'top left' },
  cell: { padding: '0 2px', fontWeight: 'normal' },
});

/** Points to the pixels of a screen. */
const PIXELS = 4 / 3;
/** How much of its size a sheet has when looked at closer. */
const CLOSER = 0.75;

/** A sheet's print area as a small table, as wide as the pane, or closer with a bar to move it sideways. */
export function SheetPreview({ model }: { readonly model: NewSheet }) {
  const styles = useStyles();
  const { t } = usePane();
  const [closer, setCloser] = useState(false);
  const [room, setRoom] = useState(280);
  const paper = useRef<HTMLDivElement>(null);
  const grid = useMemo(() => previewGrid(model), [model]);
  useEffect(() => {
    // The pane is made wider and narrower while it is open.
    const watcher = new ResizeObserver(([seen]) => {
      if (seen) setRoom(seen.contentRect.width);
    });
    if (paper.current) watcher.observe(paper.current);
    return () => watcher.disconnect();
  }, []);
  const width = sum(grid.widths) * PIXELS;
  const height = sum(grid.heights) * PIXELS;
  const scale = closer ? CLOSER : Math.min(1, room / width);
  const title = String(model.blocks[1]?.values[0]?.[0] ?? model.name);
  return (
    <>
      <Button size="small" aria-pressed={closer} onClick={() => setCloser(!closer)}>
        {t(closer ? 'previewWhole' : 'previewClose')}
      </Button>
      <div
        ref={paper}
        className={mergeClasses(styles.paper, !closer && styles.whole)}
        role="region"
        aria-label={t('previewTold', { title })}
        // What scrolls must be reachable by the keyboard.
        {...(closer ? { tabIndex: 0 } : {})}
        style={{ height: height * scale + (closer ? 18 : 0) }}
      >
        <GridTable grid={grid} style={{ width, height, transform: `scale(${String(scale)})` }} />
      </div>
    </>
  );
}

function GridTable({ grid, style }: { readonly grid: PreviewGrid; readonly style: CSSProperties }) {
  const styles = useStyles();
  return (
    <table className={styles.table} style={style} role="presentation">
      <colgroup>
        {grid.widths.map((points, column) => (
          <col key={column} style={{ width: points * PIXELS }} />
        ))}
      </colgroup>
      <tbody>
        {grid.rows.map((cells, row) => (
          <tr key={row} style={{ height: (grid.heights[row] ?? 0) * PIXELS }}>
            {cells.map((cell) => (
              <GridCell key={cell.column} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GridCell({ cell }: { readonly cell: PreviewCell }) {
  const styles = useStyles();
  return (
    <td className={styles.cell} rowSpan={cell.rows} colSpan={cell.columns} style={lookOf(cell.format, cell.text)}>
      {cell.text}
    </td>
  );
}

function lookOf(format: SheetFormat, text: string): CSSProperties {
  const { fontName, fontSize = 10.5, bold, horizontal, vertical, border, wrap, fontColor } = format;
  const isRed = format.numberFormat?.includes('[Red]') === true && text.startsWith('-');
  return {
    fontFamily: fontName === undefined ? 'serif' : `"${fontName}", serif`,
    fontSize: fontSize * PIXELS,
    fontWeight: bold === true ? 'bold' : 'normal',
    textAlign: horizontal === 'Right' ? 'right' : horizontal === 'Center' ? 'center' : 'left',
    verticalAlign: vertical === 'Top' ? 'top' : vertical === 'Bottom' ? 'bottom' : 'middle',
    whiteSpace: wrap === true ? 'pre-wrap' : 'pre',
    ...(border === true ? { border: '1px solid #000000', overflow: 'hidden' } : {}),
    color: isRed ? '#c00000' : (fontColor ?? '#000000'),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
