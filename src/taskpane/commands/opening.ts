import { PortError } from '../../workbook/portError';
import { READING_KEY, readReading, type ReadingChoice } from '../model/reading/book';
import { readRules, RULES_KEY } from '../model/reading/entityRules';
import { withRules } from '../state/paneState';
import { message, tell, type PaneContext } from './context';
import { followChanges, followSelection } from './followWorkbook';
import { takePolicy } from './keptPolicy';
import { takeAcceptedEdits, takeOwnPolicies } from './policyRanges';
import { understand } from './understand';

const LIMITS = { readOnly: 'bookReadOnly', oldFormat: 'bookOld' } as const;
/** What comes before any reading: a ledger that nobody listens for would be shown as so after it has changed. */
const STEPS = [followSelection, followChanges, takeOwnPolicies, takePolicy, takeRules, takeAcceptedEdits];

/** How a workbook is opened. */
export interface Opening {
  /** Begins, reads the first ledger, and says of a workbook or an Excel that is not as usual what it is. */
  readonly open: () => Promise<void>;
  /** Listens to the workbook and takes up what it kept, once; what broke off is taken up again where it did. */
  readonly begin: () => Promise<void>;
}

/** Opens a workbook, whose ledger is read by what was said of it in an earlier session. */
export function opening(
  context: PaneContext,
  readBook: (context: PaneContext, kept: ReadingChoice) => Promise<void>,
): Opening {
  let done = 0;
  const begin = async () => {
    for (; done < STEPS.length; done++) await STEPS[done]?.(context);
  };
  const open = async () => {
    await begin();
    await readBook(context, readReading(await context.port.loadSetting(READING_KEY)));
    tellLimit(context);
  };
  return { begin, open: () => unlessTooOld(context, open) };
}

/** How rows were counted in an earlier session. */
async function takeRules(context: PaneContext): Promise<void> {
  const rules = readRules(await context.port.loadSetting(RULES_KEY));
  await understand(context, (state) => withRules(state, rules));
}

/** That a workbook holds no ledger goes before that it cannot be written to as usual. */
function tellLimit({ port, store }: PaneContext): void {
  const { limit } = port;
  if (limit)
    store.update((state) => (state.message ? state : { ...state, message: message('warning', LIMITS[limit]) }));
}

/** An Excel that does not know what every reading asks is no step that failed. */
async function unlessTooOld(context: PaneContext, open: () => Promise<void>): Promise<void> {
  try {
    await open();
  } catch (error) {
    if (!(error instanceof PortError) || error.code !== 'ApiNotFound') throw error;
    tell(context, message('error', 'excelTooOld'));
  }
}
