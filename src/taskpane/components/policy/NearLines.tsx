import { Caption1 } from '@fluentui/react-components';
import { nearLines, type Judgement } from '../../../engine/assess/index';
import { apartText } from '../../../text/quantities';
import { numberText } from '../../../text/why';
import { type Assessment } from '../../model/verdict/assessment';
import { type Source } from '../../model/reading/source';
import { NumberField } from '../widgets/NumberField';
import { usePane, usePaneState } from '../paneContext';
import { RowLines } from './RowLines';
import { rowWords } from '../../model/verdict/rowWords';

/** The enterprises whose reading lies within a margin of a line, nearest first. */
export function NearLines({ source, assessment }: { readonly source: Source; readonly assessment: Assessment }) {
  const { t, commands } = usePane();
  const margin = usePaneState(({ policyWork }) => policyWork.margin);
  const near = nearestFirst([assessment.tiers, assessment.paths], margin);
  const lines = near.map(({ row, value, line }) => ({
    key: `${row} ${line}`,
    text: t('nearLine', {
      ...rowWords(source, assessment.whole, row),
      value: apartText(value, line),
      line: numberText(line),
    }),
    onPress: () => void commands.goTo.run({ row, text: '' }),
  }));
  const count = new Set(near.map(({ row }) => row)).size;
  return (
    <>
      <NumberField
        label={t('margin')}
        value={margin}
        wrong={(typed) => (typed >= 0 && typed <= 1000 ? undefined : t('policyWrongNumber'))}
        onChange={(typed) => void commands.setMargin.run(typed)}
      />
      <Caption1 block>{t('nearCount', { count })}</Caption1>
      <RowLines label={t('nearTitle')} lines={lines} none={t('nearNone')} />
    </>
  );
}

function nearestFirst(judgements: readonly (Judgement | undefined)[], margin: number) {
  const near = judgements.flatMap((judgement) => (judgement ? nearLines(judgement, margin) : []));
  const once = new Map(near.map((one) => [`${one.row} ${one.line}`, one]));
  return [...once.values()].toSorted((a, b) => Math.abs(a.value - a.line) - Math.abs(b.value - b.line));
}
