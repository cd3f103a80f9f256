import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState } from '../paneContext';
import { RowLines } from './RowLines';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2, display: 'block' } });

/** The formulas of the workbook whose columns carry another unit than the function takes, each with a conversion. */
export function FormulaCheck() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const doubts = usePaneState(({ policyWork }) => policyWork.doubts);
  const lines = (doubts ?? []).map((doubt, index) => ({
    key: String(index),
    text: `${t('cellAt', { sheet: doubt.at.sheet, address: doubt.at.address })} ${t('doubtLine', {
      name: doubt.name,
      argument: doubt.argument,
      expected: doubt.expected,
      reference: doubt.reference,
      header: doubt.header,
      unit: doubt.unit,
      proposed: doubt.proposed,
    })}`,
    onPress: () => void commands.goToCell.run(doubt.at),
  }));
  return (
    <>
      <Caption1 className={styles.hint}>{t('checkFormulasHint')}</Caption1>
      <CommandButton command={commands.checkFormulas} size="small" />
      {doubts ? (
        <div role="status">
          {doubts.length > 0 ? <Caption1 block>{t('doubtsCount', { count: doubts.length })}</Caption1> : null}
          <RowLines label={t('checkingFormulas')} lines={lines} none={t('doubtsNone')} />
        </div>
      ) : null}
    </>
  );
}
