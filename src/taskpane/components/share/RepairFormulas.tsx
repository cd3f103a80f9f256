import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { FormulaList } from './FormulaList';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
});

/** 修复公式: what would be entered again, cell by cell, before it is done. */
export function RepairFormulas() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const repair = usePaneState((state) => state.share.repair) ?? [];
  const open = repair.filter(({ sheet }) => !sheet.protected);
  const locked = repair.filter(({ sheet }) => sheet.protected).map(({ sheet }) => sheet.name);
  const refused = repair.flatMap((one) => one.refused);
  return (
    <div className={styles.part}>
      <Caption1>{t('repairHint')}</Caption1>
      <CommandButton command={commands.checkRepair} size="small" />
      <FormulaList title={t('restoreEntering')} formulas={open.flatMap(({ entering }) => entering)} />
      <FormulaList title={t('restoreRefused', { count: refused.length })} formulas={refused} />
      {locked.length === 0 ? null : <Caption1>{t('repairProtected', { sheets: locked.join('、') })}</Caption1>}
      {open.some(({ plan }) => plan) ? (
        <CommandButton command={commands.repairFormulas} size="small" appearance="primary" />
      ) : null}
    </div>
  );
}
