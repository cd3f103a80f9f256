import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { chooseFile, hasPicker } from './chooseFile';
import type { Session } from './session';

interface Props {
  readonly session: Session;
  readonly label: string;
  readonly size: 'small' | 'large';
}

/** Asks for a ledger. */
export function OpenButton({ session, label, size }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const ask = () => {
    const askPlainly = () => input.current?.click();
    // Where the picker is forbidden, by those who run the computer or the page's frame, the plain one still opens files.
    if (hasPicker()) void chooseFile().then((chosen) => chosen && session.open(chosen), askPlainly);
    else askPlainly();
  };
  return (
    <>
      <Button size={size} appearance={size === 'large' ? 'primary' : 'secondary'} onClick={ask}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm,.xls,.et"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) session.open({ file });
        }}
      />
    </>
  );
}
