import type { Standing } from '../../../engine/policy/index';
import type { PaneText } from '../../../text/pane';
import { STANDINGS } from '../../../text/why';

/** A policy's status; without a base date all that can be said is that it was issued. */
export function statusText(standing: Standing, t: PaneText): string {
  return standing === 'noDay' ? t('issued') : STANDINGS[standing];
}
