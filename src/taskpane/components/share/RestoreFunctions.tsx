import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ChangedCell, RestorePlan } from '../../plans/share/plainCopy/planRestore';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { FormulaList } from './FormulaList';
import { shownValue } from './shownValue';
import { cellName } from '../../../sheet/address';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

const SHOWN = 20;

/** 恢复公式: what would come back and what has changed meanwhile, before it is done. */
export function RestoreFunctions() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const restore = usePaneState((state) => state.share.restore);
  return (
    <div className={styles.part}>
      <Hint>{t('restoreHint')}</Hint>
      <CommandButton command={commands.checkRestore} size="small" />
      {restore ? <Found restore={restore} /> : null}
    </div>
  );
}

function Found({ restore }: { readonly restore: RestorePlan }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const { count, entering, refused, changed, unrecorded, locked, gone } = restore;
  return (
    <>
      <Caption1>
        {changed.length === 0 && unrecorded === 0
          ? t('restoreSame', { count })
          : t('restoreSum', { count, changed: changed.length })}
      </Caption1>
      <ul className={styles.list}>
        {changed.slice(0, SHOWN).map((cell) => (
          <li key={`${cell.sheet} ${String(cell.row)} ${String(cell.column)}`}>
            <Changed cell={cell} />
          </li>
        ))}
        {changed.length > SHOWN ? <li>{t('restoreMore', { count: changed.length - SHOWN })}</li> : null}
      </ul>
      <FormulaList title={t('restoreEntering')} formulas={entering} />
      <FormulaList title={t('restoreRefused', { count: refused.length })} formulas={refused} />
      {unrecorded === 0 ? null : <Caption1>{t('restoreUnrecorded', { count: unrecorded })}</Caption1>}
      {locked.length === 0 ? null : <Caption1>{t('restoreLocked', { sheets: locked.join('、') })}</Caption1>}
      {gone.length === 0 ? null : <Caption1>{t('restoreGone', { sheets: gone.join('、') })}</Caption1>}
      {count === 0 ? null : <CommandButton command={commands.restoreFunctions} size="small" appearance="primary" />}
    </>
  );
}

function Changed({ cell }: { readonly cell: ChangedCell }) {
  const { t } = usePane();
  const { sheet, row, column, kind, before, now } = cell;
  const code = kind === 'typedOver' ? 'restoreTyped' : 'restoreRecalculated';
  const values = { before: shownValue(before, t), now: shownValue(now, t) };
  return <>{t(code, { cell: `${sheet} ${cellName(row, column)}`, ...values })}</>;
}
