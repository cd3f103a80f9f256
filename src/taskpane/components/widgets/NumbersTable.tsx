import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  // Long numbers go sideways inside their own frame, never the pane.
  frame: { overflowX: 'auto' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  wrapped: {
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'pre-line',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
  },
  head: { '& > *': { justifyContent: 'flex-end' } },
});

interface Props {
  readonly title: string;
  readonly headers: readonly string[];
  /** Texts, the first of each row its name. */
  readonly rows: readonly (readonly string[])[];
  /** Whether a cell may take several lines: its own breaks, and where it is too long. */
  readonly wraps?: boolean;
}

/** A plain table of a picture's numbers. */
export function NumbersTable({ title, headers, rows, wraps = false }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <Table size="extra-small" aria-label={title}>
        <TableHeader>
          <TableRow>
            {headers.map((header, index) => (
              <TableHeaderCell key={header} className={index === 0 ? '' : styles.head}>
                {header}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row[0]}>
              {row.map((text, index) => (
                <TableCell key={headers[index]} className={index === 0 ? '' : wraps ? styles.wrapped : styles.number}>
                  {text}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
