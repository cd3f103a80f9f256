import { Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useFieldProblem } from './useFieldProblem';

const useStyles = makeStyles({
  input: { width: '7em' },
});

interface Props {
  readonly label: string;
  readonly value: number;
  /** Why a number that was typed is not taken, or undefined where it is. */
  readonly wrong: (value: number) => string | undefined;
  readonly onChange: (value: number) => void;
  readonly unit?: string;
  readonly hint?: string;
}

/** A number with its unit. What cannot be taken stays as typed with its reason; the last good number stands. */
export function NumberField({ label, value, wrong, onChange, unit = '', hint }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  // A slider moves the number meanwhile: what was typed and taken before gives way to it.
  const held =
    typed !== undefined && wrong(numberOf(typed)) === undefined && numberOf(typed) !== value ? undefined : typed;
  const text = held ?? String(value);
  // Another field may have moved the range away from a number that was good.
  const problem = wrong(held === undefined ? value : numberOf(held));
  useFieldProblem(problem);
  const change = (next: string) => {
    setTyped(next);
    if (wrong(numberOf(next)) === undefined) onChange(numberOf(next));
  };
  return (
    <Field
      label={label}
      size="small"
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Input
        size="small"
        inputMode="decimal"
        className={styles.input}
        value={text}
        contentAfter={unit === '' ? null : <Text size={200}>{unit}</Text>}
        onChange={(_, data) => change(data.value)}
        onBlur={() => (problem === undefined ? setTyped(undefined) : undefined)}
      />
    </Field>
  );
}

function numberOf(text: string): number {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  return plain === '' ? NaN : Number(plain);
}
