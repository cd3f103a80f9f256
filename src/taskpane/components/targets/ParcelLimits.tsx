import { Button, Caption1, Checkbox, Field, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import type { TargetStock } from '../../model/targets/targetStock';
import type { ParcelSettings, Ruling } from '../../state/targetState';
import { Choice } from '../widgets/Choice';
import { usePane, usePaneState } from '../paneContext';
import { OptionalNumber } from './OptionalNumber';
import { Hint } from '../widgets/Hint';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  bounds: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 84px 84px',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
  },
  name: { overflowWrap: 'anywhere' },
  pilots: { display: 'flex', flexWrap: 'wrap' },
});

const QUARTERS = ['quarter1', 'quarter2', 'quarter3', 'quarter4'] as const;

/** The limits that few need: units, clusters, pilots, townships one by one, parcels that must or must not be taken. */
export function ParcelLimits({ stock }: { readonly stock: TargetStock }) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const settings = usePaneState((state) => state.targets.settings.parcels);
  const known = usePaneState((state) => state.understanding?.mapping.headers.byField);
  const names = stock.townships.flatMap(({ name }) => (name === '' ? [] : [name]));
  const set = (part: Partial<ParcelSettings>) => void commands.setParcels.run(part);
  return (
    <div className={styles.view}>
      {known?.has('renewalUnit') ? (
        <Switch
          label={t('parcelsUnits')}
          checked={settings.wholeUnits}
          onChange={(_, { checked }) => set({ wholeUnits: checked })}
        />
      ) : null}
      {known?.has('cluster') ? (
        <OptionalNumber
          label={t('parcelsPerCluster')}
          unit={t('casesUnit')}
          value={settings.perCluster}
          onChange={(perCluster) => set({ perCluster })}
        />
      ) : null}
      <Phases names={names} settings={settings} set={set} />
      <Rulings settings={settings} />
      <Bounds names={names} settings={settings} set={set} />
    </div>
  );
}

interface Props {
  readonly names: readonly string[];
  readonly settings: ParcelSettings;
  readonly set: (part: Partial<ParcelSettings>) => void;
}

function Phases({ names, settings: { othersFrom, pilots }, set }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const toggle = (name: string, on: boolean) =>
    set({ pilots: on ? [...pilots, name] : pilots.filter((other) => other !== name) });
  return (
    <>
      <Choice
        label={t('parcelsOthersFrom')}
        value={String(othersFrom)}
        options={QUARTERS.map((quarter, index) => ({
          value: String(index),
          text: index === 0 ? t('parcelsNoPhases') : t('parcelsFromQuarter', { quarter: t(quarter) }),
        }))}
        onChange={(value) => set({ othersFrom: Number(value) })}
      />
      {othersFrom > 0 ? (
        <Field label={t('parcelsPilots')} size="small">
          <div className={styles.pilots} role="group" aria-label={t('parcelsPilots')}>
            {names.map((name) => (
              <Checkbox
                key={name}
                label={name}
                checked={pilots.includes(name)}
                onChange={(_, { checked }) => toggle(name, checked === true)}
              />
            ))}
          </div>
        </Field>
      ) : null}
    </>
  );
}

function Rulings({ settings: { ruled } }: Pick<Props, 'settings'>) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const named = (ruling: Ruling) =>
    Object.entries(ruled).flatMap(([key, own]) => (own === ruling ? [nameOf(key)] : []));
  const button = (label: 'parcelsMust' | 'parcelsMustNot' | 'parcelsFree', ruling: Ruling | undefined) => (
    <Button size="small" onClick={() => void commands.ruleParcels.run(ruling)}>
      {t(label)}
    </Button>
  );
  const line = (code: 'parcelsRuledMust' | 'parcelsRuledNot', names: readonly string[]) =>
    names.length === 0 ? null : (
      <Caption1>{t(code, { count: names.length, names: names.slice(0, LISTED).join('、') + more(names) })}</Caption1>
    );
  return (
    <section aria-label={t('parcelsRuled')} className={styles.view}>
      <Text weight="semibold" size={200}>
        {t('parcelsRuled')}
      </Text>
      <Hint>{t('parcelsRuledHint')}</Hint>
      <div className={styles.buttons}>
        {button('parcelsMust', 'must')}
        {button('parcelsMustNot', 'not')}
        {button('parcelsFree', undefined)}
      </div>
      {line('parcelsRuledMust', named('must'))}
      {line('parcelsRuledNot', named('not'))}
    </section>
  );
}

/** More names than this are not listed. */
const LISTED = 4;
const more = (names: readonly string[]) => (names.length > LISTED ? '…' : '');

/** A parcel's enterprise, else its code (`rulingKey`). */
function nameOf(key: string): string {
  const [code = '', enterprise = ''] = key.split('|');
  return enterprise === '' ? code : enterprise;
}

function Bounds({ names, settings: { bounds }, set }: Props) {
  const styles = useStyles();
  const { t } = usePane();
  const field = (name: string, side: 'least' | 'most') => (
    <OptionalNumber
      name={t(side === 'least' ? 'parcelsLeastOf' : 'parcelsMostOf', { township: name })}
      value={bounds[name]?.[side]}
      {...(side === 'least' ? { blank: t('parcelsByShare') } : {})}
      onChange={(value) => set({ bounds: { ...bounds, [name]: { ...bounds[name], [side]: value } } })}
    />
  );
  return (
    <section aria-label={t('parcelsBounds')}>
      <Text weight="semibold" size={200}>
        {t('parcelsBounds')}
      </Text>
      <Hint>{t('parcelsBoundsHint')}</Hint>
      <div className={styles.bounds}>
        <Caption1>{t('township')}</Caption1>
        <Caption1>{t('parcelsLeast')}</Caption1>
        <Caption1>{t('parcelsMost')}</Caption1>
        {names.flatMap((name) => [
          <Caption1 key={name} className={styles.name}>
            {name}
          </Caption1>,
          <div key={`${name} least`}>{field(name, 'least')}</div>,
          <div key={`${name} most`}>{field(name, 'most')}</div>,
        ])}
      </div>
    </section>
  );
}
