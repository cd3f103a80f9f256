import { definedOnly, type Steps } from '../../../engine/column/index';
import { placeOf, readLedgerSteps } from '../../../engine/ledger/index';
import type { Conclusion, ViewInput } from '../../../engine/report/index';
import { unresolvedText } from '../../../text/functions';
import type { Day } from '../../../engine/quantity/index';
import { leadOf } from '../../model/verdict/assessment';
import type { Understanding } from '../../state/paneState';
import type { Source } from '../../model/reading/source';
import { whereCellsStand } from '../../model/reading/whereCellsStand';
import { noteOf } from '../results/planResults';
import { groundsOfRow } from '../../model/verdict/resultRows';

/** What a list is made of besides the ledger: the day, what people selected, decided and reported. */
export interface ViewGiven {
  readonly asOf?: Day;
  readonly thisYear: number;
  /** Ledger rows that people selected; all data rows where there are none. */
  readonly selected?: readonly number[];
  readonly conclusions?: ReadonlyMap<number, Conclusion>;
  readonly reported?: ReadonlySet<string>;
}

/** The lists' view of a ledger that was read and judged: every field, row by row. */
export function* viewInputOf(
  source: Source,
  understanding: Pick<Understanding, 'assessment' | 'mapping'>,
  given: ViewGiven,
): Steps<ViewInput> {
  const { assessment, mapping } = understanding;
  const fields = [...new Set([...mapping.headers.byField.keys(), 'landArea', 'taxPaid'])];
  const ledger = yield* readLedgerSteps(mapping.headers, source.rows, { fields, zeroIsBlank: false });
  const rows = ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const { policy, tiers, paths } = assessment;
  const { asOf, thisYear, selected, conclusions, reported } = given;
  return {
    place: placeOf(source.located.titleText, source.contents.sheet.name),
    year: asOf === undefined ? thisYear : Number(asOf.slice(0, 4)),
    ledger,
    rows: selected && selected.length > 0 ? rows.filter((row) => selected.includes(row)) : rows,
    standing: whereCellsStand(source),
    note: noteOf(assessment),
    unresolved: unresolvedText,
    lead: (row) => leadOf(assessment, row),
    grounds: (row) => groundsOfRow(source, assessment, row),
    ...definedOnly({ policy, tiers, paths, asOf, conclusions, reported }),
  };
}
