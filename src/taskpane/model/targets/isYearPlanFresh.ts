import type { PaneState } from '../../state/paneState';

/** Whether there is a plan over several years that the settings and the ledger still stand for. */
export function isYearPlanFresh({ targets, understanding, simulation }: PaneState): boolean {
  const { plan } = targets.years;
  if (!plan) return false;
  const { settings, assessment, scenario } = plan.question;
  const now = targets.settings;
  const same = (['parcels', 'years', 'proposal', 'total', 'mostShare', 'weights', 'cutoff'] as const).every(
    (key) => now[key] === settings[key],
  );
  const { assumptions, upgrade } = simulation.scenario;
  if (scenario.assumptions !== assumptions || scenario.upgrade !== upgrade) return false;
  return same && (now.year ?? settings.year) === settings.year && assessment === understanding?.assessment;
}
