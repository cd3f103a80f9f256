import type { Field, FirmAnswer, NamelessAnswer } from '../../../engine/ledger/index';
import type { ReadingChoice } from './book';
import type { BesideWay } from './source';
import type { Choices } from './mapping';
import type { Share } from './rowChoices';

/** One answer a person may give: a column by its header, a unit, or yes and no; and what it decides. */
export interface OfferedAnswer {
  readonly kind:
    | 'column'
    | 'unit'
    | 'field'
    | 'yes'
    | 'no'
    | 'table'
    | 'beside'
    | 'together'
    | 'year'
    | 'everyYear'
    | 'line'
    | 'allLines'
    | FirmAnswer
    | NamelessAnswer
    | Share;
  readonly text: string;
  readonly choices: Choices;
  /** For a question of tables or years. */
  readonly reading?: ReadingChoice;
  /** How many enterprises stand in the tables. */
  readonly count?: number;
  /** The table that is read beside the others. */
  readonly beside?: BesideWay;
  /** For a column: the middle one of its figures, as the sheet has them. */
  readonly median?: number;
  /** The middle one of the 亩均 that it would give, in 万元/亩, where the other column is known. */
  readonly perMu?: number;
}

/** A doubt about the columns, put to the person with every plausible answer, the likeliest first. */
export interface Question {
  readonly id: string;
  readonly code:
    | 'whichColumn'
    | 'meaning'
    | 'unit'
    | 'unitNamed'
    | 'share'
    | 'hidden'
    | 'noColumn'
    | 'noneFound'
    | 'tables'
    | 'further'
    | 'year'
    | 'lines'
    | 'shared'
    | 'sharedTax'
    | 'firms'
    | 'nameless';
  /** The field it is about, or the tables or the year. */
  readonly about: string;
  readonly field: Field;
  /** The column it is about, where there is one. */
  readonly column?: number;
  readonly header: string;
  /** Which of several tables it is about. */
  readonly table?: string;
  /** The median of the column, for a question of units. */
  readonly median?: number;
  readonly answers: readonly OfferedAnswer[];
}
