import { Button, Caption1, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { ChangeFilter, Decision, MergeChoices, MergeChange } from '../../../engine/share/index';
import { usePane, usePaneState } from '../paneContext';
import { shownValue } from './shownValue';
import { rowWords } from '../../model/verdict/rowWords';
import { ShownList } from '../widgets/ShownList';

const useStyles = makeStyles({
  row: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  cell: { overflowWrap: 'anywhere', display: 'block' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: `${tokens.spacingVerticalXXS} 0`,
  },
});

interface Props {
  readonly changes: readonly MergeChange[];
  readonly decisions: MergeChoices;
  readonly filter: ChangeFilter;
}

const ACCEPT: Decision = { kind: 'accept', offer: 0 };
const REJECT: Decision = { kind: 'reject' };

/** Changes of one kind, row by row, each to be accepted or not; all of them, or a whole row, at once. */
export function ChangeGroup({ changes, decisions, filter }: Props) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const rows = [...new Set(changes.map(({ row }) => row))];
  const all = (decision: Decision) => void commands.decideAll.run({ filter, decision });
  return (
    <>
      {filter.kind === 'formula' ? null : (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => all(ACCEPT)}>
            {t('acceptAll')}
          </Button>
          <Button size="small" onClick={() => all(REJECT)}>
            {t('rejectAll')}
          </Button>
        </div>
      )}
      <ShownList items={rows} page={20}>
        {(row) => (
          <li key={row} className={styles.row}>
            <ChangedRow
              row={row}
              changes={changes.filter((change) => change.row === row)}
              decisions={decisions}
              filter={filter}
            />
          </li>
        )}
      </ShownList>
    </>
  );
}

function ChangedRow({ row, changes, decisions, filter }: Props & { readonly row: number }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const source = usePaneState((state) => state.source);
  const whole = usePaneState((state) => state.understanding?.assessment.whole);
  if (!source || !whole) return null;
  const of = (decision: Decision) => void commands.decideAll.run({ filter: { ...filter, row }, decision });
  return (
    <>
      <Text weight="semibold">{t('changeRow', rowWords(source, whole, row))}</Text>
      {changes.length > 1 && filter.kind !== 'formula' ? (
        <div className={styles.buttons}>
          <Button size="small" appearance="subtle" onClick={() => of(ACCEPT)}>
            {t('acceptRow')}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => of(REJECT)}>
            {t('rejectRow')}
          </Button>
        </div>
      ) : null}
      {changes.map((change) => (
        <ChangedCell key={change.id} change={change} decision={decisions.get(change.id)} />
      ))}
    </>
  );
}

function ChangedCell({ change, decision }: { readonly change: MergeChange; readonly decision: Decision | undefined }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const value = (cell: MergeChange['here']) => shownValue(cell, t);
  const { title, sent, here, offers, kind, id } = change;
  const there = offers.map((offer) => value(offer.value)).join('／');
  const text = t('changeCell', { title, sent: value(sent), there });
  const chosen = decision === undefined ? '' : decision.kind === 'reject' ? 'reject' : String(decision.offer);
  const isSame = value(here) === value(sent);
  return (
    <>
      <span className={styles.cell}>
        {text}
        {isSame ? null : <Caption1>{t('changeHere', { here: value(here) })}</Caption1>}
      </span>
      {kind === 'formula' ? null : (
        <RadioGroup
          layout="horizontal-stacked"
          aria-label={text}
          value={chosen}
          onChange={(_, data) => {
            const next: Decision = data.value === 'reject' ? REJECT : { kind: 'accept', offer: Number(data.value) };
            void commands.decide.run({ id, decision: next });
          }}
        >
          {offers.map((offer, index) => (
            <Radio
              key={index}
              value={String(index)}
              label={offers.length > 1 ? t('takeOffer', { value: value(offer.value) }) : t('accept')}
            />
          ))}
          <Radio value="reject" label={t('reject')} />
        </RadioGroup>
      )}
    </>
  );
}
