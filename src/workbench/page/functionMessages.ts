import { CellAlertManagerService, CellAlertType, HoverManagerService } from '@univerjs/sheets-ui';
import { debounceTime } from 'rxjs';
import type { Book } from '../book/book';
import type { RemoteFunctions } from '../functions/remoteFunctions';

const DELAY = 160;
const ALERT_SIZE = { width: 260, height: 90 };

/** Shows a function's own message when a person points at its error, in place of the grid's general one. */
export function showFunctionMessages(book: Book, functions: RemoteFunctions): void {
  const { injector } = book.context;
  const alerts = injector.get(CellAlertManagerService);
  injector
    .get(HoverManagerService)
    .currentCell$.pipe(debounceTime(DELAY))
    .subscribe((hover) => {
      if (!hover) return;
      const { unitId, subUnitId, row, col } = hover.location;
      const message = functions.messageAt({ unit: unitId, sheet: subUnitId, row, column: col });
      if (message === undefined) return;
      alerts.showAlert({
        type: CellAlertType.ERROR,
        title: '亩均推演',
        message,
        location: hover.location,
        ...ALERT_SIZE,
        key: 'SHEET_FORMULA_ALERT',
      });
    });
}
