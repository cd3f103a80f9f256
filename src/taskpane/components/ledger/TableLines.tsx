import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReadSentence } from '../../model/reading/whatWasRead';
import type { PlacedPiece } from '../../model/reading/source';
import { usePane } from '../paneContext';
import { NumberField } from '../widgets/NumberField';

const useStyles = makeStyles({
  line: { overflowWrap: 'anywhere' },
  edit: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
});

/** Tables beyond these wait behind a button. */
const FEW = 5;
const MOST_ROWS = 10;

interface Props {
  readonly tables: readonly { readonly line: ReadSentence; readonly piece: PlacedPiece }[];
}

/** The tables that were read, each with its header rows, which a person can change. */
export function TableLines({ tables }: Props) {
  const { t } = usePane();
  const [all, setAll] = useState(false);
  const shown = all ? tables : tables.slice(0, FEW);
  return (
    <>
      {shown.map(({ line, piece }) => (
        <TableLine key={piece.id} line={line} piece={piece} />
      ))}
      {tables.length > FEW ? (
        <Button size="small" appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {t('readMoreTables', { count: tables.length - FEW })}
        </Button>
      ) : null}
    </>
  );
}

function TableLine({ line, piece }: Props['tables'][number]) {
  const styles = useStyles();
  const { t } = usePane();
  const [editing, setEditing] = useState(false);
  return (
    <li className={styles.line}>
      <Caption1>{t(line.code, line.values)}</Caption1>{' '}
      <Button size="small" appearance="subtle" aria-expanded={editing} onClick={() => setEditing(!editing)}>
        {t('pointHeader')}
      </Button>
      {editing ? <HeaderEditor piece={piece} onDone={() => setEditing(false)} /> : null}
    </li>
  );
}

function HeaderEditor({ piece, onDone }: { readonly piece: PlacedPiece; readonly onDone: () => void }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const { area, located, contents } = piece;
  const [from, setFrom] = useState(area.row + 1);
  const [to, setTo] = useState(area.row + located.headerRows);
  const wrong = (one: number, other: number) =>
    Number.isInteger(one) && one >= 1 && Number.isInteger(other) && other >= one && other - one < MOST_ROWS
      ? undefined
      : t('headerWrong');
  const apply = () => {
    onDone();
    const rows = { top: from - 1, bottom: to - 1, instead: area.row };
    void commands.pointHeader.run({ sheet: contents.sheet.id, rows });
  };
  return (
    <div className={styles.edit}>
      <NumberField
        label={t('headerFrom')}
        value={from}
        wrong={(value) => wrong(value, Math.max(value, to))}
        onChange={setFrom}
      />
      <NumberField label={t('headerTo')} value={to} wrong={(value) => wrong(from, value)} onChange={setTo} />
      <Button size="small" disabledFocusable={wrong(from, to) !== undefined} onClick={apply}>
        {t('pointHeader')}
      </Button>
    </div>
  );
}
