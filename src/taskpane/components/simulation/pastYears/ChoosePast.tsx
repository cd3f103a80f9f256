import { Button, makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane, usePaneState } from '../../paneContext';
import { Choice } from '../../widgets/Choice';
import { usePast } from './usePast';

const useStyles = makeStyles({ input: { display: 'none' } });

/** Chooses earlier workbooks, many at once, or another sheet of this one. */
export function ChoosePast() {
  const styles = useStyles();
  const { commands } = usePane();
  const { t } = usePast();
  const enabled = usePaneState(commands.pastWork.enabled);
  const input = useRef<HTMLInputElement>(null);
  const chosen = (files: FileList | null) => {
    const list = [...(files ?? [])].map((file) => ({
      name: file.name,
      bytes: async () => new Uint8Array(await file.arrayBuffer()),
    }));
    // The same file may be chosen again, after it was mended.
    if (input.current) input.current.value = '';
    if (list.length > 0) void commands.pastWork.run({ kind: 'open', files: list });
  };
  return (
    <>
      <Button disabledFocusable={!enabled} onClick={() => input.current?.click()}>
        {t('pastChoose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx,.xlsm"
        className={styles.input}
        aria-label={t('pastChoose')}
        onChange={(event) => chosen(event.target.files)}
      />
      <OwnSheets />
    </>
  );
}

/** Sheets of the workbook that the open ledger does not stand on. */
function OwnSheets() {
  const { commands } = usePane();
  const { t } = usePast();
  const sheets = usePaneState((state) => state.sheets);
  const source = usePaneState((state) => state.source);
  const own = new Set((source?.pieces ?? []).map(({ contents }) => contents.sheet.id));
  const others = sheets.filter(({ id, visible }) => visible && !own.has(id));
  if (others.length === 0) return null;
  const options = [
    { value: '', text: t('pastSheetNone') },
    ...others.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <Choice
      label={t('pastSheetChoice')}
      orientation="vertical"
      value=""
      options={options}
      onChange={(id) => (id === '' ? undefined : void commands.pastWork.run({ kind: 'sheet', id }))}
    />
  );
}
