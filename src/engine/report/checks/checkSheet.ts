import { formulaByLine } from '../../rule/formula/writeFormula';
import { eachRow, type Steps } from '../../../steps/steps';
import { officialPrint } from '../layout/officialLooks';
import type { NewSheet, SheetBlock, SheetCell, SheetChoice, SheetFormat } from '../../../sheet/sheet';
import { agreedColumns, limitCell } from './checkColumns';
import type { CheckInput } from './checkInput';
import { Checks } from './checks';
import { linksOf } from './cleanLinks';
import { disposalBlocks } from './disposalTotals';
import { CHECK_HEAD as HEAD, limitBlocks } from './limitBlocks';
import { filledDown } from '../../../formula/filledDown';
import { columnName, fixedArea, fixedCell } from '../../../sheet/address';

const LIMIT_ROW = 3;

/**
 * 核对表: codes, terms, shares, 容积率 and 绿地率 with balance within a 园区, 不再增收土地价款 and what is closed out, as classic formulas over
 * 标准台账, 政策参数 and figures of its own; each formula only where it gives the engine's own answer. Undefined where there is nothing to
 * check.
 */
export function* checkSheet(input: CheckInput): Steps<NewSheet | undefined> {
  const rows = input.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const checks = new Checks(input, rows);
  if (!checks.columns().some(({ tree }) => tree) || rows.length === 0) return undefined;
  const parks = checks.parkTotals();
  const columns = yield* agreedColumns(checks.columns(), rows, checks.limits, (name, looks) =>
    parks?.valuesOf(name, looks),
  );
  const totals = checks.totals();
  const totalRow = LIMIT_ROW + checks.limits.length + 2;
  const header = totalRow + (totals ? totals.kinds.length + 2 : 0);
  const top = header + 1;
  const beside = columns.length + 1;
  const address = (name: string, kind: 'cell' | 'range', row: string) => {
    const limit = checks.limits.findIndex((own) => limitCell(own.name) === name);
    if (limit >= 0) return fixedCell(LIMIT_ROW + 1 + limit, 2);
    const place = parks?.placeOf(name);
    if (place && kind === 'cell') return columnName(beside + place.column) + row;
    if (place)
      return fixedArea({
        ...place,
        row: top + place.from,
        column: beside + place.column,
        rows: place.to - place.from + 1,
        columns: 1,
      });
    const column = columns.findIndex((own) => own.name === name);
    if (column < 0) throw new Error(`no column for "${name}"`);
    const letters = columnName(column);
    return kind === 'cell' ? letters + row : `$${letters}$${top + 1}:$${letters}$${top + rows.length}`;
  };
  const whole = [{ row: 0, column: 0, rows: rows.length }];
  const body: SheetBlock[] = [];
  for (const [at, column] of columns.entries()) {
    const { format, value, tree } = column;
    const write = tree && formulaByLine(tree, address);
    const links = tree ? [] : linksOf(column, rows, input.clean);
    yield;
    const formulas = links.map((link) => [link]);
    const values: SheetCell[][] = [];
    yield* eachRow(rows, (row, index) => {
      values.push([value?.(row) ?? '']);
      if (write) formulas.push([write(top + index)]);
    });
    body.push({
      ...{ row: top, column: at, format: links.length > 0 ? plain(format) : format, values },
      ...(formulas.length > 0 ? { formulas, filled: write ? whole : filledDown(links) } : {}),
    });
  }
  const choices = columns.flatMap(({ choices: list }, column): SheetChoice[] =>
    list ? [{ area: { row: top, column, rows: rows.length, columns: 1 }, list }] : [],
  );
  const area = { row: 0, column: 0, rows: top + rows.length, columns: columns.length };
  return {
    name: CHECK_SHEET,
    freezeRows: top,
    blocks: [
      { row: 0, column: 0, values: [[`${input.title} 核对表`]], format: { bold: true } },
      { row: 1, column: 0, values: [[input.note]] },
      { row: 2, column: 0, values: [[input.clean ? LINKED : UNLINKED]] },
      ...limitBlocks(checks.limits, LIMIT_ROW, input.parameter),
      ...(totals ? disposalBlocks(totals, totalRow, (name) => address(name, 'range', '1')) : []),
      { row: header, column: 0, values: [columns.map((column) => column.header)], format: HEAD },
      ...body,
      ...(parks?.blocks(header, beside, address) ?? []),
    ],
    choices,
    print: officialPrint(area, { first: header, last: header }),
  };
}

/** What the sheet is called. */
export const CHECK_SHEET = '核对表';
const EDIT = '黄色的可改，核对结果随之重算；下限空着的不核对。';
const LINKED = `白底的数引自“标准台账”，改那里；${EDIT}`;
const UNLINKED = `${EDIT}先写“标准台账”再写本表的，数引自标准台账，随它变。`;

function plain({ fill: _, fontColor: __, ...format }: SheetFormat): SheetFormat {
  return format;
}
