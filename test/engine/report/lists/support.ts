import { finish } from '../../../../src/steps/steps';
import { parseDay } from '../../../../src/engine/quantity/index';
import type { ViewInput } from '../../../../src/engine/report/index';
import { appliedPolicy } from '../../../../src/taskpane/state/paneState';
import { assess } from '../../../../src/taskpane/model/verdict/assessment';
import { mappingOf } from '../../../../src/taskpane/model/reading/mapping';
import { sourceOf, type Source } from '../../../../src/taskpane/model/reading/source';
import { viewInputOf, type ViewGiven } from '../../../../src/taskpane/plans/lists/listInputOf';
import type { CellValue } from '../../../../src/workbook/port';
import { fixtureSheet } from '../../../support/fixtureSheet';

/** A ledger's cells, read and judged, as the lists take it. */
export function viewInput(
  cells: CellValue[][],
  policy: string,
  { firms, ...given }: Partial<ViewGiven> & { readonly firms?: Source['firms'] } = {},
): ViewInput {
  const found = sourceOf({
    sheet: { id: '1', name: '台账', visible: true, protected: false },
    area: { row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 0 },
    ...{ values: cells, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  });
  if (!found) throw new Error('no ledger');
  const source = firms === undefined ? found : { ...found, firms };
  const asOf = given.asOf ?? parseDay('2023-06-30');
  const applied = appliedPolicy({ policyId: policy, ...(asOf ? { asOf } : {}) });
  if (!applied) throw new Error(`no policy "${policy}"`);
  const mapping = mappingOf(source, new Map());
  const assessment = assess(source, mapping.headers, applied);
  return finish(viewInputOf(source, { assessment, mapping }, { thisYear: 2024, ...(asOf ? { asOf } : {}), ...given }));
}

/** A fixture ledger as the lists take it. */
export function fixtureInput(file: string, policy: string, given: Partial<ViewGiven> = {}): ViewInput {
  return viewInput(fixtureSheet(file) as CellValue[][], policy, given);
}
