import { keepBook, bookPrint, type BookPrint } from '../file/keepBook';
import type { BookState } from '../host/forbidden';
import type { Refusal } from '../host/hardship';
import type { MeterReading } from '../host/meter';
import { findRange } from '../host/excel/rangeAddress';
import type { OfficeValue } from '../book/value';
import { blankNamed } from './options';
import type { Workbench } from './workbench';

/** What tests and the developer console may do; see docs/fidelity.md. */
export interface WorkbenchApi {
  /** Opens the bytes of an .xlsx file; rejects with PackageError where they are none. */
  readonly open: (bytes: Uint8Array, name: string) => Promise<void>;
  /** The bytes a download would hold. */
  readonly save: () => Uint8Array;
  readonly values: (sheet: string, address: string) => OfficeValue[][];
  /** Resolves when nothing is being calculated and no function is still to answer. */
  readonly settled: () => Promise<void>;
  /** Selects cells, as a click would. */
  readonly select: (sheet: string, address: string) => Promise<void>;
  /** How blank argument cells reach functions from now on: 'zero', 'null' or 'empty'. */
  readonly deliverBlanks: (as: string) => void;
  /** What the pane has asked of the host since this was last called with 'anew'. */
  readonly meter: (anew?: 'anew') => MeterReading;
  /**
   * Refuses one request, counted from the next on with 1: as it comes, after it was carried out, or with all that come after
   * it until this is called again. Gives whether it has come.
   */
  readonly refuse: (at: number, code: string, when?: Refusal) => () => boolean;
  /**
   * The workbook can only be read, is shared in the old way, or has a cell being edited from now on; 'plain' ends it. Gives
   * whether Excel refused anything for it.
   */
  readonly become: (state: BookState) => () => boolean;
  /** What the workbook holds, without what formulas answer. */
  readonly print: () => BookPrint;
  /** Keeps the workbook as it is; the answer puts it back, without a word to the pane. */
  readonly keep: () => () => void;
  /** The message of a function's error in a cell. */
  readonly message: (sheet: string, address: string) => string | undefined;
}

/** Makes the object that stands on `window.workbench`. */
export function workbenchApi(workbench: Workbench): WorkbenchApi {
  const { book, functions, session } = workbench;
  const range = (sheet: string, address: string) => {
    const sheetId = book.sheets.find(sheet);
    if (sheetId === undefined) throw new Error(`no sheet ${sheet}`);
    return findRange(book, address, sheetId);
  };
  return {
    open: (bytes, name) => {
      workbench.show(bytes, name);
      return workbench.activity.settled();
    },
    save: () => workbench.session.save(),
    values: (sheet, address) => book.reader.values(range(sheet, address).sheetId, range(sheet, address).area),
    settled: () => workbench.activity.settled(),
    select: (sheet, address) => book.selection.select(range(sheet, address)),
    meter: (anew) => workbench.host.meter.read(anew),
    refuse: (at, code, when) => workbench.host.hardship.refuse(at, code, when),
    become: (state) => workbench.host.hardship.become(state),
    print: () => bookPrint(book, session.documents),
    keep: () => {
      const putBack = keepBook(book, session.documents);
      return () => {
        workbench.host.cancelCalls();
        functions.abandon();
        putBack();
      };
    },
    deliverBlanks: (as) => functions.setBlank(blankNamed(as)),
    message: (sheet, address) => {
      const { sheetId, area } = range(sheet, address);
      return functions.messageAt({ unit: book.context.unitId, sheet: sheetId, row: area.row, column: area.column });
    },
  };
}
