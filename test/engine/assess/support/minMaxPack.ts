import { loadPack } from '../../../../src/engine/policy/loadPack';
import type { PolicyPack } from '../../../../src/engine/policy/pack';
import template from '../../../../src/engine/policy/packs/grading-template/pack.yaml';

/** The grading template with every cohort scored between its least and its most. */
export function minMaxPack(): PolicyPack {
  return loadPack(
    template.replaceAll('method: ratio', 'method: minMax').replace('id: grading-template', 'id: min-max'),
  );
}
