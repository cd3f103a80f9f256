import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import {
  assumptionOf,
  assumptionValues,
  DISTRIBUTION_KINDS,
  distributionsOf,
  isDistribution,
  type AssumptionId,
  type Distribution,
} from '../../../engine/simulate/index';
import { scaled, shownFactor } from '../../../text/assumptions';
import type { PaneCode } from '../../../text/pane';
import { Choice } from '../widgets/Choice';
import { NumberField } from '../widgets/NumberField';
import { usePane } from '../paneContext';
import { useFieldProblem } from '../widgets/useFieldProblem';

const KINDS: Readonly<Record<Distribution['kind'], PaneCode>> = {
  fixed: 'kindFixed',
  triangular: 'kindTriangular',
  pert: 'kindPert',
  normal: 'kindNormal',
  lognormal: 'kindLognormal',
  uniform: 'kindUniform',
  empirical: 'kindEmpirical',
};

interface Props {
  readonly id: AssumptionId;
  readonly value: number;
  readonly own: Distribution | undefined;
  readonly onChange: (distribution: Distribution) => void;
}

/** How an assumption may vary: its kind, and the kind's numbers. What cannot be stays as typed and is not taken. */
export function DistributionChoice({ id, value, own, onChange }: Props) {
  const { t } = usePane();
  const shown = own ?? distributionsOf({ ...assumptionValues(), [id]: value })[id];
  return (
    <>
      <Choice
        label={t('distribution')}
        value={shown.kind}
        options={DISTRIBUTION_KINDS.map((kind) => ({ value: kind, text: t(KINDS[kind]) }))}
        onChange={(kind) => onChange(startOf(kind as Distribution['kind'], id, value))}
      />
      {numbersOf(shown).map(({ name, code, number }) => (
        <Part
          key={`${shown.kind}-${name}`}
          id={id}
          shown={shown}
          name={name}
          code={code}
          number={number}
          onChange={onChange}
        />
      ))}
      {shown.kind === 'empirical' ? <Observed id={id} values={shown.values} onChange={onChange} /> : null}
    </>
  );
}

interface PartProps {
  readonly id: AssumptionId;
  readonly shown: Distribution;
  readonly name: string;
  readonly code: PaneCode;
  readonly number: number;
  readonly onChange: (distribution: Distribution) => void;
}

function Part({ id, shown, name, code, number, onChange }: PartProps) {
  const { t } = usePane();
  const { min, max, unit } = assumptionOf(id);
  // The deviation of a logarithm has no unit.
  const factor = name === 'deviation' && shown.kind === 'lognormal' ? 1 : shownFactor(unit);
  const changed = (to: number) => ({ ...shown, [name]: scaled(to, 1 / factor) });
  const inRange = (to: number) => name === 'deviation' || (to >= scaled(min, factor) && to <= scaled(max, factor));
  return (
    <NumberField
      label={t(code)}
      value={Number((number * factor).toPrecision(6))}
      wrong={(to) =>
        inRange(to) && isDistribution(changed(to))
          ? undefined
          : t('distributionWrong', { min: String(scaled(min, factor)), max: String(scaled(max, factor)) })
      }
      onChange={(to) => onChange(changed(to))}
    />
  );
}

function observedIn(text: string, factor: number) {
  const words = text.split(/[\s,，、;；]+/).filter(Boolean);
  return { kind: 'empirical' as const, values: words.map((word) => scaled(Number(word), 1 / factor)) };
}

interface ObservedProps {
  readonly id: AssumptionId;
  readonly values: readonly number[];
  readonly onChange: Props['onChange'];
}

function Observed({ id, values, onChange }: ObservedProps) {
  const { t } = usePane();
  const { min, max, unit } = assumptionOf(id);
  const factor = shownFactor(unit);
  const [typed, setTyped] = useState(values.map((value) => scaled(value, factor)).join(' '));
  const inRange = (next: ReturnType<typeof observedIn>) =>
    isDistribution(next) && next.values.every((value) => value >= min && value <= max);
  const problem = inRange(observedIn(typed, factor))
    ? undefined
    : t('observedWrong', { min: String(scaled(min, factor)), max: String(scaled(max, factor)) });
  useFieldProblem(problem);
  const change = (text: string) => {
    setTyped(text);
    const next = observedIn(text, factor);
    if (inRange(next)) onChange(next);
  };
  return (
    <Field label={t('observed')} size="small" {...(problem === undefined ? {} : { validationMessage: problem })}>
      <Input size="small" value={typed} onChange={(_, { value }) => change(value)} />
    </Field>
  );
}

function numbersOf(distribution: Distribution): { name: string; code: PaneCode; number: number }[] {
  const names = ['least', 'likeliest', 'greatest', 'mean', 'median', 'deviation'] as const;
  return Object.entries(distribution).flatMap(([name, number]) => {
    const code = names.find((of) => of === name);
    return code && typeof number === 'number' ? [{ name, code, number }] : [];
  });
}

/** A distribution of a kind around a value, within the assumption's range. */
function startOf(kind: Distribution['kind'], id: AssumptionId, value: number): Distribution {
  const { min, max } = assumptionOf(id);
  const size = Math.abs(value) * 0.2 || (max - min) * 0.1;
  const least = Math.max(min, value - size);
  const greatest = Math.min(max, value + size);
  switch (kind) {
    case 'fixed':
      return { kind };
    case 'uniform':
      return { kind, least, greatest };
    case 'triangular':
    case 'pert':
      return { kind, least, likeliest: value, greatest };
    case 'normal':
      return { kind, mean: value, deviation: size / 2 };
    case 'lognormal':
      return { kind, median: value > 0 ? value : 1, deviation: 0.1 };
    case 'empirical':
      return { kind, values: [least, value, greatest] };
  }
}
