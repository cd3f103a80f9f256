import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOfText, type Day } from '../../../engine/quantity/index';
import { usePane } from '../paneContext';

const useStyles = makeStyles({ date: { minWidth: 0, width: '100%' } });

/** Nothing more can follow: 2023-06-3 may yet become the 30th, and is taken when the field is left. */
const WHOLE = /^\d{4}[-/.]\d{2}[-/.]\d{2}$|日$|^\d{8}$/;

interface Props {
  readonly label: string;
  readonly value: Day | undefined;
  /** A day must stand here; otherwise the field may be left blank. */
  readonly needed?: boolean;
  readonly onChange: (day: Day | undefined) => void;
}

/**
 * A day typed as officials write it: 2026-11-29, 2026年11月29日, 20261129. It is the same in every browser, where the browser's own
 * field shows the order of another country. What is no day stays as typed with its reason, and the day before it stays in force.
 */
export function DayField({ label, value, needed = false, onChange }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value ?? '';
  const isWrong = typed !== undefined && (typed.trim() === '' ? needed : dayOfText(typed) === undefined);
  const take = (text: string) => {
    const day = dayOfText(text);
    if (day !== undefined && day !== value) onChange(day);
    else if (text.trim() === '' && !needed && value !== undefined) onChange(undefined);
  };
  const type = (text: string) => {
    setTyped(text);
    if (text.trim() === '' || WHOLE.test(text.trim())) take(text);
  };
  const leave = () => {
    if (isWrong || typed === undefined) return;
    take(typed);
    setTyped(undefined);
  };
  return (
    <Field
      label={label}
      orientation="horizontal"
      size="small"
      {...(isWrong ? { validationMessage: t('cutoffUnreadable') } : {})}
    >
      <Input
        size="small"
        className={styles.date}
        placeholder={t('dayExample')}
        value={shown}
        onChange={(_, data) => type(data.value)}
        onBlur={leave}
      />
    </Field>
  );
}
