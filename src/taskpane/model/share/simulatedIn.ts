import { sha256, type Provenance } from '../../../engine/share/index';
import type { PaneState } from '../../state/paneState';
import { SEED } from '../simulation/simulationInput';

/** What a copy says of the projection that stands in the pane beside it; nothing where none does, or an older one. */
export function simulatedIn({
  simulation,
  understanding,
}: PaneState): Pick<Provenance, 'scenario' | 'seed'> | undefined {
  const { projection } = simulation;
  if (!projection || projection.assessment !== understanding?.assessment) return undefined;
  return { scenario: sha256(JSON.stringify(projection.scenario)).slice(0, 16), seed: SEED };
}
