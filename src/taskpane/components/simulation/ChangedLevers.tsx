import { assumptionLabel } from '../../../text/assumptions';
import { leverChanges } from '../../levers/all';
import type { Projection, Scenario } from '../../state/simulationState';
import { usePane, usePaneState } from '../paneContext';
import { Notice } from '../widgets/Notice';

/** What was changed since the result that is shown was run, by name; nothing while it answers what stands. */
export function ChangedLevers({ firstYear }: { readonly firstYear: number }) {
  const { t, language } = usePane();
  const { scenario, projection } = usePaneState((state) => state.simulation);
  const assessment = usePaneState((state) => state.understanding?.assessment);
  if (!projection) return null;
  const changes = changesOf(projection, { ...scenario, firstYear }).map((one) =>
    'id' in one ? assumptionLabel(one.id, language) : 'code' in one ? t(one.code) : one.text,
  );
  const isOther = projection.assessment !== assessment;
  if (changes.length === 0 && !isOther) return null;
  const told = changes.length === 0 ? t('ledgerChanged') : t('scenarioChanged', { changes: changes.join('；') });
  return <Notice lines={[told]} />;
}

function changesOf({ scenario: before }: Projection, now: Scenario) {
  const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const ids = ['assumptions', 'distributions'] as const;
  const assumed = ids.flatMap((part) =>
    [...new Set([...Object.keys(before[part]), ...Object.keys(now[part])])].filter((id) =>
      differ((before[part] as Record<string, unknown>)[id], (now[part] as Record<string, unknown>)[id]),
    ),
  );
  return [
    ...(before.firstYear === now.firstYear ? [] : [{ code: 'firstYear' } as const]),
    ...leverChanges(before, now).map((text) => ({ text })),
    ...(differ(before.inefficient, now.inefficient) ? [{ code: 'inefficientWhich' } as const] : []),
    ...[...new Set(assumed)].map((id) => ({ id: id as keyof Scenario['assumptions'] })),
    ...(differ(before.correlations, now.correlations) ? [{ code: 'correlationsPlain' } as const] : []),
    ...(before.draws === now.draws ? [] : [{ code: 'drawsField' } as const]),
  ];
}
