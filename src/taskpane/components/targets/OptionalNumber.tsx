import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../paneContext';

const useStyles = makeStyles({ input: { minWidth: 0, width: '100%' } });

interface Props {
  /** Over the field; left out where the field stands in a table, and `name` says it to those who do not see that. */
  readonly label?: string;
  readonly name?: string;
  readonly unit?: string;
  /** What a blank stands for; 不限 when left out. */
  readonly blank?: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that may be left blank for no limit; a text that is no number above 0 stays as typed, with its reason. */
export function OptionalNumber({ label, name, unit, blank, value, onChange }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const isWrong = typed.trim() !== '' && !(Number(typed) > 0);
  return (
    <Field
      {...(label === undefined ? {} : { label })}
      size="small"
      {...(isWrong ? { validationMessage: t('targetPositive') } : {})}
    >
      <Input
        size="small"
        inputMode="decimal"
        className={styles.input}
        value={typed}
        placeholder={blank ?? t('parcelsNoLimit')}
        {...(name === undefined ? {} : { 'aria-label': name })}
        {...(unit === undefined ? {} : { contentAfter: <span>{unit}</span> })}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={() => (isWrong ? undefined : onChange(typed.trim() === '' ? undefined : Number(typed)))}
      />
    </Field>
  );
}
