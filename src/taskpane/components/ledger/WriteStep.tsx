import { Caption1, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { PaneText } from '../../../text/pane';
import type { PaneState } from '../../state/paneState';
import { piecesRead } from '../../model/reading/places';
import type { Source } from '../../model/reading/source';
import { noTable, previewPlace, updatablePlace } from '../../plans/results/planResults';
import type { Place } from '../../plans/results/place';
import { CommandButton } from '../widgets/CommandButton';
import { OpenQuestions } from './OpenQuestions';
import { Line } from '../widgets/Line';
import { usePane, usePaneState } from '../paneContext';
import { Step } from '../widgets/Step';
import { areaName } from '../../../sheet/address';
import type { Area } from '../../../sheet/area';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  open: { color: tokens.colorStatusWarningForeground1 },
});

/** ④ How and where results will be written, told before anything is. The button itself is at the foot of the pane. */
export function WriteStep() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const writeAs = usePaneState((state) => state.writeAs);
  const customFunctions = usePaneState((state) => state.customFunctions);
  const place = usePaneState((state) => placeText(state, t));
  const earlier = usePaneState((state) => state.source?.results);
  const writeTo = usePaneState((state) => state.writeTo);
  const updatable = usePaneState((state) => {
    const there = updatablePlace(state);
    return there && columnsText(there.header);
  });
  const open = usePaneState(({ understanding }) => understanding?.questions.length ?? 0);
  // A formula goes over one table's rows: of several tables results are values.
  const inColumns = usePaneState(
    (state) => previewPlace(state)?.kind !== 'newSheet' && (!state.source || piecesRead(state.source).length === 1),
  );
  const isBeside = usePaneState(({ source }) => source?.attached !== undefined);
  const hasNoTable = usePaneState(
    ({ understanding }) => understanding?.assessment.policy !== undefined && noTable(understanding.assessment),
  );
  const isGraded = usePaneState(({ understanding }) => understanding?.assessment.grades !== undefined);
  return (
    <Step number={4}>
      {customFunctions && inColumns && !hasNoTable ? (
        <RadioGroup
          layout="horizontal"
          aria-label={t('writeAs')}
          value={writeAs}
          onChange={(_, { value }) => void commands.setWriteAs.run(value as PaneState['writeAs'])}
        >
          <Radio value="values" label={t('asValues')} />
          <Radio value="formulas" label={t('asFormulas')} />
        </RadioGroup>
      ) : null}
      {customFunctions ? null : <Hint>{t('noFunctions')}</Hint>}
      {updatable === undefined ? null : (
        <RadioGroup
          aria-label={t('writeTo')}
          value={writeTo}
          onChange={(_, { value }) => void commands.setWriteTo.run(value as PaneState['writeTo'])}
        >
          <Radio value="update" label={t('toEarlier', { columns: updatable })} />
          <Radio value="beside" label={t('toNewColumns')} />
        </RadioGroup>
      )}
      <Hint>{place}</Hint>
      {isBeside ? <Hint>{t('valuesOfTwo')}</Hint> : null}
      {open > 0 ? (
        <>
          <Caption1 className={styles.open}>{t('questionsOpen', { count: open })}</Caption1>
          <OpenQuestions />
        </>
      ) : null}
      {hasNoTable && isGraded ? <Hint>{t('gradesOnCleanLedger')}</Hint> : null}
      {earlier === undefined || updatable !== undefined ? null : (
        <Hint>{t('placeEarlier', { columns: columnsText(earlier) })}</Hint>
      )}
      <Line text={t('cleanLedgerHint')}>
        <CommandButton command={commands.writeCleanLedger} size="small" />
      </Line>
    </Step>
  );
}

function placeText(state: PaneState, t: PaneText): string {
  const place = previewPlace(state);
  if (!place || !state.source) return t('placeLater');
  if (place.kind === 'newSheet') return sheetText(place, state.source, t);
  const sheets = new Set(state.source.pieces.map(({ contents }) => contents.sheet.id)).size;
  if (sheets === 1) return placeColumnsText(place, t);
  const { name } = state.source.contents.sheet;
  return t('placeInSheets', { sheets, name, columns: columnsText(place.header) });
}

function placeColumnsText({ header, body, note, isUpdate }: Place & { kind: 'columns' }, t: PaneText): string {
  const [from, to] = [(note ?? header).row + 1, body.row + body.rows];
  return t(isUpdate ? 'placeUpdates' : 'placeColumns', {
    columns: columnsText(header),
    from: String(from),
    to: String(to),
  });
}

/** AB:AD. */
function columnsText(area: Area): string {
  return areaName({ ...area, row: 0, rows: 1 }).replace(/\d+/g, '');
}

const SHEET_CODES = { inTable: 'placeInTable', protected: 'placeProtected', noRoom: 'placeNoRoom' } as const;

function sheetText({ why }: Place & { kind: 'newSheet' }, source: Source, t: PaneText): string {
  return t(SHEET_CODES[why], { table: source.excelTable ?? '', sheet: '判定结果' });
}
