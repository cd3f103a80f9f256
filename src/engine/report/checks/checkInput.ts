import type { AppliedPolicy } from '../../assess/context';
import type { Rows } from '../../ledger/cell';
import type { Ledger } from '../../ledger/readLedger';
import { WAIVER_FIELDS } from '../../simulate/waiverQuestions';
import type { WhereCellsStand } from '../../../sheet/whereCellsStand';
import type { BalanceAsk } from './balanceColumns';
import type { CleanLinks } from './cleanLinks';
import type { CodeText } from './codeColumns';
import type { WaiverAsk } from './waiverColumns';

/** What 核对表 is made of, and where the ledger's cells stand. */
export interface CheckInput {
  readonly title: string;
  readonly note: string;
  readonly standing: WhereCellsStand;
  readonly ledger: Ledger;
  /** The cells that the ledger was read from: a day that cannot be read is no missing one. */
  readonly rows: Rows;
  readonly policy: AppliedPolicy;
  /** Lower limits of the plan, which no policy sets; blank on the sheet where they are not given. */
  readonly floors?: { readonly 容积率?: number; readonly 绿地率?: number };
  /** The ledger's 标准台账, and the cell of 政策参数 that holds a value in force: the sheet refers to them. */
  readonly clean?: CleanLinks;
  readonly parameter?: (name: string) => string | undefined;
  readonly words: CheckWords;
  readonly unresolved: (missing: readonly string[]) => string;
}

/** How the checks answer, in the functions' own words; {years} stands for the limit. */
export interface CheckWords {
  readonly term: { readonly within: string; readonly beyond: string };
  readonly mix: { readonly met: string; readonly missed: string };
  readonly balance: BalanceAsk['words'];
  readonly code: CodeText;
  readonly waiver: WaiverAsk['say'];
}

/** The fields that checks read. */
export const CHECK_FIELDS = [
  'grantTerm',
  'industrialFloorArea',
  'floorArea',
  'plotRatio',
  'greenRatio',
  'park',
  'creditCode',
  'parcelId',
  'stockType',
  'inefficient',
  'idle',
  'closedOutOn',
  ...WAIVER_FIELDS,
] as const;
