import { numberAt, textAt } from '../column/verbs';
import { readDate } from '../ledger/date';
import type { Cell, Rows } from '../ledger/cell';
import type { Ledger } from '../ledger/readLedger';
import type { Day } from '../quantity/day';

/** When a parcel was closed out: not yet, on a day (`unsure` where the cell may mean two), or in words that no day can be read from. */
export type Closing =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: Day; readonly unsure: boolean }
  | { readonly kind: 'unreadable' };

/** A parcel of the stock as a target sheet needs it: 亩 and 万元, NaN where the ledger has none. */
export interface StockRow {
  /** The row among the ledger's rows, from 0. */
  readonly row: number;
  readonly key: string;
  readonly enterprise: string;
  /** 区镇, or the cluster where the ledger has no township column; '' where the cell is blank. */
  readonly township: string;
  readonly cluster: string;
  /** 更新单元; '' where there is none. */
  readonly unit: string;
  readonly path: string;
  readonly area: number;
  readonly tax: number;
  readonly previousTax: number;
  /** Whether it is inefficient land; undefined where neither ledger nor policy can tell. */
  readonly counted: boolean | undefined;
  readonly closing: Closing;
  /** The cell of 完成日期 as it stands. */
  readonly closingCell: Cell;
  readonly leadDepartment: string;
}

/** What the ledger alone does not say of a row. */
export interface StockJudgement {
  readonly counted: (row: number) => boolean | undefined;
  readonly path: (row: number) => string;
}

/** The fields that `stockRows` reads; a ledger for it is read with them. */
export const STOCK_FIELDS = [
  'creditCode',
  'parcelId',
  'enterprise',
  'township',
  'cluster',
  'renewalUnit',
  'landArea',
  'taxPaid',
  'previousTax',
  'leadDepartment',
] as const;

/** The data rows of a ledger as the stock that targets are set for. */
export function stockRows(ledger: Ledger, rows: Rows, { counted, path }: StockJudgement): StockRow[] {
  const word = (id: string, row: number) => textAt(ledger, id, row) ?? '';
  const number = (id: string, row: number) => numberAt(ledger, id, row);
  const place = ledger.headers.byField.has('township') ? 'township' : 'cluster';
  const closedOutOn = ledger.headers.byField.get('closedOutOn')?.column;
  const closing = (row: number): Cell => (closedOutOn === undefined ? '' : (rows[row]?.[closedOutOn] ?? ''));
  return ledger.kinds.flatMap((kind, row): StockRow[] => {
    if (kind !== 'data') return [];
    return [
      {
        row,
        key: word('parcelId', row) || word('creditCode', row),
        enterprise: word('enterprise', row),
        township: word(place, row).trim(),
        cluster: word('cluster', row).trim(),
        unit: word('renewalUnit', row).trim(),
        path: path(row),
        area: number('landArea', row),
        tax: number('taxPaid', row),
        previousTax: number('previousTax', row),
        counted: counted(row),
        closing: closingOf(closing(row)),
        closingCell: closing(row),
        leadDepartment: leadOf(word('leadDepartment', row)),
      },
    ];
  });
}

function closingOf(cell: Cell): Closing {
  const reading = readDate(cell);
  if (reading.kind === 'missing') return { kind: 'none' };
  if (reading.kind === 'unreadable') return { kind: 'unreadable' };
  return { kind: 'day', day: reading.value.day, unsure: reading.value.other !== undefined };
}

/** 排首位的为牵头单位: the first of the departments named. */
function leadOf(departments: string): string {
  return departments.split(/[、；;，,]/)[0]?.trim() ?? '';
}
