import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { LocatedTable } from '../../../engine/ledger/index';
import type { PaneText } from '../../../text/pane';
import type { PaneState } from '../../state/paneState';
import { tableIndex, type Source } from '../../model/reading/source';
import { Choice } from '../widgets/Choice';
import { CommandButton } from '../widgets/CommandButton';
import { headerRowsText } from '../../model/reading/headerRowsText';
import { sheetsNamed, tablesNamed } from '../../model/reading/whereCellsStand';
import { Line } from '../widgets/Line';
import { usePane, usePaneState } from '../paneContext';
import { Step } from '../widgets/Step';
import { Pointing } from './WhatWasRead';

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
      {source ? null : <Pointing />}
    </Step>
  );
}

function foundText(source: Source, t: PaneText): string {
  const rows = headerRowsText(source.contents.area.row, source.located);
  const found = t('foundLedger', { name: tablesNamed(source), count: source.located.dataRows, rows });
  const { length } = source.pieces;
  const sheets = new Set(source.pieces.map(({ contents }) => contents.sheet.id)).size;
  // A table a sheet is said by the name already.
  return length > sheets ? `${found}；${t('tablesRead', { count: length })}` : found;
}

function Chooser({ source, sheets }: { readonly source: Source | undefined; readonly sheets: PaneState['sheets'] }) {
  const { t, commands } = usePane();
  const visible = sheets.filter((sheet) => sheet.visible).map(({ id, name }) => ({ value: id, text: name }));
  const isSeveral = source?.pieces.some((piece) => piece.contents.sheet.id !== source.contents.sheet.id) === true;
  return (
    <>
      <Choice
        label={t('sheetToRead')}
        orientation="vertical"
        value={isSeveral || !source ? '' : source.contents.sheet.id}
        options={[{ value: '', text: source ? t('wholeBook') : '' }, ...visible]}
        onChange={(id) => void commands.chooseSheet.run(id)}
      />
      {source && source.tables.length > 1 ? (
        <Choice
          label={t('tableToRead')}
          orientation="vertical"
          value={String(tableIndex(source))}
          options={source.tables.map((table, index) => ({ value: String(index), text: tableText(source, table, t) }))}
          onChange={(index) => void commands.chooseTable.run(Number(index))}
        />
      ) : null}
      {source ? (
        <div>
          <CommandButton command={commands.refresh} size="small" />
        </div>
      ) : null}
    </>
  );
}

function tableText(source: Source, table: LocatedTable, t: PaneText): string {
  return t('tableChoice', {
    name: table.titleText ?? sheetsNamed(source),
    rows: headerRowsText(source.contents.area.row, table),
    count: table.dataRows,
  });
}
