import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../paneContext';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that may be left blank for no limit; a text that is no number above 0 stays as typed, with its reason. */
export function OptionalNumber({ label, unit, value, onChange }: Props) {
  const { t } = usePane();
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const isWrong = typed.trim() !== '' && !(Number(typed) > 0);
  return (
    <Field label={label} size="small" {...(isWrong ? { validationMessage: t('targetPositive') } : {})}>
      <Input
        size="small"
        inputMode="decimal"
        value={typed}
        placeholder={t('parcelsNoLimit')}
        contentAfter={<span>{unit}</span>}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={() => (isWrong ? undefined : onChange(typed.trim() === '' ? undefined : Number(typed)))}
      />
    </Field>
  );
}
