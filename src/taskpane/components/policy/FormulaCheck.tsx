import { Caption1 } from '@fluentui/react-components';
import { CommandButton } from '../widgets/CommandButton';
import type { FormulaDoubt } from '../../model/policy/formulaUnits';
import type { PaneText } from '../../../text/pane';
import { usePane, usePaneState } from '../paneContext';
import { RowLines } from './RowLines';
import { Hint } from '../widgets/Hint';

/** 疑为单位不符, column by column, and one formula for all of it. */
function doubtText({ parts, proposed }: FormulaDoubt, t: PaneText): string {
  const said = parts.map(({ by, ...part }) => t(by === 'header' ? 'doubtByHeader' : 'doubtByFigures', part));
  return t('doubtLine', { parts: said.join('；'), proposed });
}

/** The formulas of the workbook whose columns carry another unit than the function takes, each with a conversion. */
export function FormulaCheck() {
  const { t, commands } = usePane();
  const doubts = usePaneState(({ policyWork }) => policyWork.doubts);
  const lines = (doubts ?? []).map((doubt, index) => ({
    key: String(index),
    text: `${t('cellAt', { sheet: doubt.at.sheet, address: doubt.at.address })} ${doubtText(doubt, t)}`,
    onPress: () => void commands.goToCell.run(doubt.at),
    action: { text: t('correctFormula'), onPress: () => void commands.correctFormula.run(doubt) },
  }));
  return (
    <>
      <Hint>{t('checkFormulasHint')}</Hint>
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
