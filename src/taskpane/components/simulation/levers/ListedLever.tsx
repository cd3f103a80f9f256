import { Caption1, Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { said, type Entry } from '../../../../text/pane/entry';
import { paneLever } from '../../../levers/all';
import { dueText } from '../../../levers/measureDue';
import type { LeverField, Setting } from '../../../levers/lever';
import type { Who } from '../../../levers/who';
import type { LeverName } from '../../../../engine/simulate/index';
import type { Lacking } from '../../../model/simulation/lacks';
import { measureDues } from '../../../model/simulation/measureDues';
import { groupWords } from '../../../model/simulation/parcelColumns';
import type { Assessment } from '../../../model/verdict/assessment';
import { Choice } from '../../widgets/Choice';
import { NumberField } from '../../widgets/NumberField';
import { rangeRule } from '../../widgets/rangeRule';
import { SliderField } from '../../widgets/SliderField';
import { usePane } from '../../paneContext';
import { WhoChoice } from '../WhoChoice';
import { LeverFrame } from './LeverFrame';
import { Hint } from '../../widgets/Hint';

/** A setting whose parts are found by the names that the lever's fields give. */
type Loose = Setting & Readonly<Record<string, unknown>>;

interface Shared {
  readonly setting: Setting;
  readonly assessment: Assessment;
  readonly lacks: (lever: Lacking) => string | undefined;
}

interface Props extends Shared {
  readonly name: LeverName;
}

/** A lever whose questions are those it lists. */
export function ListedLever({ name, setting, assessment, lacks }: Props) {
  const { commands } = usePane();
  const { label, fields = [] } = paneLever(name);
  const set = (change: object) => void commands.setScenario.run({ [name]: { ...setting, ...change } });
  const turn = (on: boolean) => set({ ...firstTownships(fields, setting, assessment), on });
  return (
    <LeverFrame label={label} on={setting.on} onChange={turn} lacks={lacks(name)}>
      {fields.map((field, index) => (
        <Asked key={index} {...{ field, setting, assessment, lacks, set }} />
      ))}
    </LeverFrame>
  );
}

/** A township that is shown as chosen is chosen once the lever is on. */
function firstTownships(fields: readonly LeverField<Setting>[], setting: Setting, assessment: Assessment) {
  const named = fields.flatMap((field) => (field.kind === 'township' ? [field.key as string] : []));
  return Object.fromEntries(named.map((key) => [key, townshipOf(setting, key, assessment)]));
}

function townshipOf(setting: Setting, key: string, assessment: Assessment): string {
  return ((setting as Loose)[key] as string | undefined) ?? groupWords(assessment, 'township')[1] ?? '';
}

interface AskedProps extends Shared {
  readonly field: LeverField<Setting>;
  readonly set: (change: object) => void;
}

function Asked({ field, set, ...shared }: AskedProps) {
  const { t, language } = usePane();
  const { setting, assessment, lacks } = shared;
  const words = (label: Entry) => said(label, language);
  const value = 'key' in field ? (setting as Loose)[field.key] : undefined;
  const put = (next: unknown) => set('key' in field ? { [field.key]: next } : {});
  switch (field.kind) {
    case 'slider':
    case 'number': {
      const { unit = '', min, max } = field;
      const common = { label: words(field.label), value: Number(value ?? 0), onChange: put };
      const inUnit = typeof unit === 'string' ? unit : words(unit);
      return field.kind === 'slider' ? (
        <SliderField {...common} unit={inUnit} min={min} max={max} step={field.step} />
      ) : (
        <NumberField {...common} unit={inUnit} wrong={rangeRule(t, field)} />
      );
    }
    case 'check':
      return (
        <Checkbox
          checked={value === true}
          label={words(field.label)}
          onChange={(_, { checked }) => put(checked === true)}
        />
      );
    case 'choice':
      return (
        <RadioGroup aria-label={words(field.label)} value={String(value)} onChange={(_, chosen) => put(chosen.value)}>
          {field.options.map((option) => (
            <Radio key={option.value} value={option.value} label={words(option.label)} />
          ))}
        </RadioGroup>
      );
    case 'who':
      return <WhoChoice who={value as unknown as Who} assessment={assessment} onChange={put} />;
    case 'township':
      return (
        <Choice
          label={words(field.label)}
          value={townshipOf(setting, field.key, assessment)}
          options={groupWords(assessment, 'township')
            .slice(1)
            .map((word) => ({ value: word, text: word }))}
          onChange={put}
        />
      );
    case 'measures':
      return measureDues(assessment).map((due) => <Caption1 key={due.name}>{words(dueText(due))}</Caption1>);
    case 'hint':
      return <Hint>{words(field.label)}</Hint>;
    case 'needs': {
      const lack = lacks(field.column);
      if (lack !== undefined) return <Hint>{lack}</Hint>;
      return field.fields.map((part, index) => <Asked key={index} field={part} set={set} {...shared} />);
    }
  }
}
