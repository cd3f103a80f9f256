import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneState } from '../state/paneState';
import type { Source } from '../state/source';
import { CommandButton } from './CommandButton';
import { headerRowsText, ledgerName } from './ledgerName';
import { Line } from './Line';
import { usePane, usePaneState } from './paneContext';
import { Step } from './Step';

/** ① Which ledger: what was found, and another one for the asking. */
export function LedgerStep() {
  const { t, commands } = usePane();
  const source = usePaneState((state) => state.source);
  const sheets = usePaneState((state) => state.sheets);
  const [choosing, setChoosing] = useState(false);
  const several = sheets.length > 1 || (source?.tables.length ?? 0) > 1;
  return (
    <Step number={1}>
      <Line text={source ? `${t('stepLedger')}：${foundText(source, t)}` : t('notRead')}>
        {source && several ? (
          <Button size="small" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {t('change')}
          </Button>
        ) : (
          <CommandButton command={source ? commands.refresh : commands.readActive} size="small" />
        )}
      </Line>
      {choosing || (!source && several) ? <Chooser source={source} sheets={sheets} /> : null}
    </Step>
  );
}

function foundText(source: Source, t: ReturnType<typeof usePane>['t']): string {
  const rows = headerRowsText(source.contents.area.row, source.located);
  return t('foundLedger', { name: ledgerName(source), count: source.located.dataRows, rows });
}

function Chooser({ source, sheets }: { readonly source: Source | undefined; readonly sheets: PaneState['sheets'] }) {
  const { t, commands } = usePane();
  const top = source?.contents.area.row ?? 0;
  return (
    <>
      <Field label={t('sheetToRead')} size="small">
        <Select
          size="small"
          value={source?.contents.sheet.id ?? ''}
          onChange={(_, { value }) => void commands.chooseSheet.run(value)}
        >
          {source ? null : <option value="" />}
          {sheets
            .filter(({ visible }) => visible)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      {source && source.tables.length > 1 ? (
        <Field label={t('tableToRead')} size="small">
          <Select
            size="small"
            value={String(source.tables.findIndex((table) => table.headerRow === source.located.headerRow))}
            onChange={(_, { value }) => void commands.chooseTable.run(Number(value))}
          >
            {source.tables.map((table, index) => (
              <option key={table.headerRow} value={String(index)}>
                {t('tableChoice', {
                  name: table.titleText ?? ledgerName(source),
                  rows: headerRowsText(top, table),
                  count: table.dataRows,
                })}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </>
  );
}
