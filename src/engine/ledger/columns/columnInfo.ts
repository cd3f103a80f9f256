import type { Unit } from '../../quantity/unit';
import type { Family } from '../words/families';
import type { Header } from '../words/header';
import type { Kind } from '../words/kinds';
import type { NameMatch } from '../words/otherField';
import type { Profile } from './profile';

/** A column with all that is known of it before columns are chosen. */
export interface ColumnInfo {
  readonly column: number;
  /** Its texts from top to bottom, joined by "/". */
  readonly header: string;
  /** The lowest of them, as the sheet has it. */
  readonly bottom: string;
  readonly path: readonly Header[];
  /** The texts above its own. */
  readonly parent: string;
  readonly family: Family;
  readonly kind: Kind;
  /** The field its words name by themselves. */
  readonly named?: NameMatch;
  readonly unit?: Unit;
  /** The unit that the number format of most of its figures shows. */
  readonly shown?: Unit;
  readonly year?: number;
  readonly profile: Profile;
  readonly hidden: boolean;
  /** The rows that its merged cells reach over, as one text; '' where there are none. */
  readonly merged: string;
  /** A note says that the ledger goes by this one. */
  readonly pointed?: true;
  /** The named column whose header seems to reach over this one without a name. */
  readonly under?: number;
}
