import { Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DEPARTMENTS } from '../../../engine/share/index';
import type { PaneCode } from '../../../text/pane';
import type { ShareRequest } from '../../state/shareState';
import { Choice } from '../widgets/Choice';
import { usePane, usePaneState } from '../paneContext';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  boxes: { display: 'flex', flexWrap: 'wrap' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
});

const HAVE = [
  ['classic', 'haveClassic'],
  ['live', 'haveLive'],
  ['values', 'haveValues'],
] as const;
const BY = [
  ['township', 'byTownship'],
  ['department', 'byDepartment'],
  ['both', 'byBoth'],
  ['whole', 'byWhole'],
] as const;
const LEAVE = ['leaveOut', 'mayLeaveOut'] as const;
const MASK = ['mask', 'mayMask'] as const;
const SHOW = ['show', 'mayShow'] as const;
const MAY = [
  ['tax', 'mayTax', [LEAVE, MASK, SHOW]],
  ['personal', 'mayPersonal', [LEAVE, MASK, SHOW]],
  ['identity', 'mayIdentity', [MASK, SHOW]],
  ['others', 'mayOthers', [['locked', 'mayLocked'], LEAVE]],
] as const;

/** For whom, what they have, what they may see, until when and where to. */
export function CopyForm() {
  const styles = useStyles();
  const { t, commands } = usePane();
  const request = usePaneState((state) => state.share.request);
  const set = (change: Partial<ShareRequest>) => void commands.setShare.run(change);
  const options = (list: readonly (readonly [value: string, code: PaneCode])[]) =>
    list.map(([value, code]) => ({ value, text: t(code) }));
  return (
    <div className={styles.form}>
      <Choice
        label={t('shareHave')}
        orientation="vertical"
        value={request.level}
        options={options(HAVE)}
        onChange={(level) => set({ level: level as ShareRequest['level'] })}
      />
      {request.level === 'live' ? <Text size={200}>{t('liveTrust')}</Text> : null}
      <Choice
        label={t('shareBy')}
        orientation="vertical"
        value={request.by}
        options={options(BY)}
        onChange={(by) => set({ by: by as ShareRequest['by'] })}
      />
      {request.by === 'department' || request.by === 'both' ? (
        <Departments chosen={request.departments} onChange={set} />
      ) : null}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          <Text weight="semibold">{t('shareMay')}</Text>
        </legend>
        {MAY.map(([key, label, list]) => (
          <Choice
            key={key}
            label={t(label)}
            value={request.rule[key]}
            options={options(list)}
            onChange={(value) => set({ rule: { ...request.rule, [key]: value } })}
          />
        ))}
      </fieldset>
      <Written label={t('shareDeadline')} value={request.deadline} onChange={(deadline) => set({ deadline })} />
      <Written label={t('shareReturnTo')} value={request.returnTo} onChange={(returnTo) => set({ returnTo })} />
    </div>
  );
}

interface DepartmentsProps {
  readonly chosen: readonly string[];
  readonly onChange: (change: Partial<ShareRequest>) => void;
}

function Departments({ chosen, onChange }: DepartmentsProps) {
  const styles = useStyles();
  const { t } = usePane();
  const names = DEPARTMENTS.map(({ name }) => name);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Text weight="semibold">{t('shareDepartments')}</Text>
      </legend>
      <div className={styles.boxes}>
        {names.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={chosen.includes(name)}
            onChange={(_, { checked }) =>
              onChange({ departments: names.filter((one) => (one === name ? checked === true : chosen.includes(one))) })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

interface WrittenProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Written({ label, value, onChange }: WrittenProps) {
  return (
    <Field label={label} size="small">
      <Input size="small" value={value} maxLength={100} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
