import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { usePast } from './usePast';

const useStyles = makeStyles({ input: { width: '6em' } });

interface Props {
  readonly label: string;
  /** Left out while nobody knows. */
  readonly value: number | undefined;
  readonly onChange: (year: number) => void;
}

/** The year of a ledger, blank until it is known; what is no year stays as typed with its reason. */
export function YearField({ label, value, onChange }: Props) {
  const styles = useStyles();
  const { t } = usePast();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? (value === undefined ? '' : String(value));
  const isYear = (of: string) => /^(?:199\d|20\d\d|2100)$/.test(of.trim());
  const change = (next: string) => {
    setTyped(next);
    if (isYear(next)) onChange(Number(next));
  };
  return (
    <Field
      label={label}
      size="small"
      {...(text === '' || isYear(text) ? {} : { validationMessage: t('pastYearWrong') })}
    >
      <Input size="small" className={styles.input} value={text} onChange={(_, data) => change(data.value)} />
    </Field>
  );
}
