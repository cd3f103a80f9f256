import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { differenceText, problemLineText } from './editText';
import type { LocatedDifference, LocatedProblem, Review } from '../../state/policyWork';
import { CommandButton } from '../widgets/CommandButton';
import { usePane, usePaneState, type Pane } from '../paneContext';
import { RowLines, type ShownLine } from './RowLines';
import { Hint } from '../widgets/Hint';
import { Buttons } from '../widgets/Buttons';

/** Writing the policy to the workbook, reading its edits back, looking at them, and putting them in force. */
export function PolicySheets() {
  const { t, commands } = usePane();
  const { accepted, review, edited, sheetIds } = usePaneState((state) => state.policyWork);
  const isOwn = usePaneState(commands.removePolicy.enabled);
  return (
    <>
      <Hint>{t('policyInWorkbookHint')}</Hint>
      {accepted && accepted.differences.length > 0 ? (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('editsInForce', { count: accepted.differences.length })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {edited ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('editsUnread')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Buttons>
        <CommandButton command={commands.readPolicySheets} size="small" />
        {isOwn ? null : <CommandButton command={commands.writePolicySheets} size="small" />}
        <CommandButton command={commands.writeWholePolicy} size="small" />
        {sheetIds.length > 0 && !isOwn ? <CommandButton command={commands.rewritePolicySheets} size="small" /> : null}
        {accepted ? <CommandButton command={commands.dropEdits} size="small" /> : null}
      </Buttons>
      {review ? <ReviewList review={review} /> : null}
    </>
  );
}

function ReviewList({ review }: { readonly review: Review }) {
  const pane = usePane();
  const { t, commands } = pane;
  if (review.kind === 'broken') {
    const title = t('brokenTitle', { count: review.problems.length });
    return (
      <section aria-label={title}>
        <Text weight="semibold">{title}</Text>
        <RowLines label={title} lines={review.problems.map((problem, index) => problemLine(problem, index, pane))} />
      </section>
    );
  }
  const { differences } = review.accepted;
  if (differences.length === 0) return <Text>{t('editsNone')}</Text>;
  const title = t('editsFound', { count: differences.length });
  return (
    <section aria-label={title}>
      <Text weight="semibold">{title}</Text>
      <RowLines label={title} lines={differences.map((one, index) => differenceLine(one, index, pane))} />
      <Findings />
      <CommandButton command={commands.acceptEdits} size="small" appearance="primary" />
    </section>
  );
}

function problemLine({ problem, at }: LocatedProblem, index: number, { commands, t }: Pane): ShownLine {
  const text = `${t('cellAt', { sheet: at.sheet, address: at.address })} ${problemLineText(problem)}`;
  return { key: String(index), text, onPress: () => void commands.goToCell.run(at) };
}

function differenceLine({ difference, at }: LocatedDifference, index: number, { commands, t }: Pane): ShownLine {
  const text = differenceText(difference, t);
  if (!at) return { key: String(index), text };
  const place = t('cellAt', { sheet: at.sheet, address: at.address });
  return { key: String(index), text: `${place} ${text}`, onPress: () => void commands.goToCell.run(at) };
}

/** What a person should look at before relying on the edited policy. */
function Findings() {
  const pane = usePane();
  const review = usePaneState(({ policyWork }) => policyWork.review);
  const findings = review?.kind === 'changes' ? (review.findings ?? []) : [];
  if (findings.length === 0) return null;
  const title = pane.t('lintTitle', { count: findings.length });
  const lines = findings.map(({ text, at }, index): ShownLine => {
    if (!at) return { key: String(index), text };
    const place = pane.t('cellAt', { sheet: at.sheet, address: at.address });
    return { key: String(index), text: `${place} ${text}`, onPress: () => void pane.commands.goToCell.run(at) };
  });
  return (
    <section aria-label={title}>
      <Text weight="semibold">{title}</Text>
      <RowLines label={title} lines={lines} />
    </section>
  );
}
