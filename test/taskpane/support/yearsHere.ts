import type { PaneContext } from '../../../src/taskpane/commands/context';
import { createYearsService } from '../../../src/worker/yearsService';

/** Learning from years without its worker; what is asked travels as to one. */
export const yearsHere: PaneContext['years'] = (question, { onProgress, signal }) =>
  signal?.aborted
    ? Promise.resolve({ kind: 'cancelled' })
    : createYearsService().years(structuredClone(question), (progress) => onProgress?.(progress));
