import { makeStyles, Slider } from '@fluentui/react-components';
import { NumberField } from './NumberField';
import { usePane } from '../paneContext';
import { rangeRule, type AllowedRange } from './rangeRule';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'flex-end', gap: '8px', width: '100%' },
  slider: { flexGrow: 1, minWidth: 0 },
});

interface Props extends AllowedRange {
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/** A number that is typed or slid. */
export function SliderField({ label, value, step, unit, onChange, ...range }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  return (
    <div className={styles.row}>
      <NumberField
        label={label}
        value={value}
        wrong={rangeRule(t, range)}
        onChange={onChange}
        {...(unit === undefined ? {} : { unit })}
      />
      <Slider
        size="small"
        className={styles.slider}
        aria-label={label}
        min={range.min}
        max={range.max}
        step={step}
        value={value}
        onChange={(_, data) => onChange(Math.round(data.value / step) * step)}
      />
    </div>
  );
}
