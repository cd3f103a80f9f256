import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { PaneCode } from '../../../text/pane';
import type { PaneState } from '../../state/paneState';
import type { SizedFile } from '../../state/shareState';
import { usePane, usePaneState } from '../paneContext';
import { Hint } from './Hint';

interface Props {
  readonly label: PaneCode;
  readonly hint?: PaneCode;
  readonly enabled: (state: PaneState) => boolean;
  /** The kinds of files, by their endings; workbooks where left out. */
  readonly accept?: string;
  /** One file at a time. */
  readonly single?: boolean;
  readonly size?: 'small';
  readonly onChosen: (files: readonly SizedFile[]) => void;
}

/** Chooses files by a button. What is in them is read by whoever is handed them. */
export function ChooseFiles({
  label,
  hint,
  enabled: mayChoose,
  onChosen,
  accept = '.xlsx,.xlsm',
  single,
  size,
}: Props) {
  const { t } = usePane();
  const enabled = usePaneState(mayChoose);
  const input = useRef<HTMLInputElement>(null);
  const chosen = (list: FileList | null) => {
    const files = [...(list ?? [])].map(given);
    // The same files may be chosen again, after they were mended.
    if (input.current) input.current.value = '';
    if (files.length > 0) onChosen(files);
  };
  return (
    <>
      <Button size={size ?? 'medium'} disabledFocusable={!enabled} onClick={() => input.current?.click()}>
        {t(label)}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={single !== true}
        accept={accept}
        hidden
        aria-label={t(label)}
        onChange={(event) => chosen(event.target.files)}
      />
      {hint ? <Hint>{t(hint)}</Hint> : null}
    </>
  );
}

function given(file: File): SizedFile {
  return { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
