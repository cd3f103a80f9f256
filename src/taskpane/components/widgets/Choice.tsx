import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({
  // As wide as the column it stands in: a list beside free room must not cut its words.
  field: { alignSelf: 'stretch' },
  // The longest option must not push the list out of the pane.
  select: { minWidth: 0, width: '100%', '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** One thing to choose from a list. */
export interface ChoiceOption {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChange: (value: string) => void;
  readonly orientation?: 'horizontal' | 'vertical';
}

/** A labelled list to choose one thing from. */
export function Choice({ label, value, options, onChange, orientation = 'horizontal' }: Props) {
  const styles = useStyles();
  return (
    <Field label={label} orientation={orientation} size="small" className={styles.field}>
      <Select size="small" className={styles.select} value={value} onChange={(_, data) => onChange(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled === true}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
