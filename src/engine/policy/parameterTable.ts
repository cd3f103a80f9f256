import { cellText, isBlank, type Cell } from '../ledger/cell';
import { readNumber } from '../ledger/number';
import { parseDay, type Day } from '../quantity/day';

/** A workbook's own values for a policy, as read from a 政策参数 table. */
export interface ParameterTable {
  readonly policy?: string;
  readonly asOf?: Day;
  readonly values: ReadonlyMap<string, number>;
  /** 产出线 by 区镇; '' is the general one. */
  readonly outputLines: ReadonlyMap<string, number>;
}

/** What is wrong with a 政策参数 table; `row` counts from 1 in the range given. */
export interface ParameterProblem {
  readonly code: 'noHeader' | 'notANumber' | 'notADay';
  readonly row: number;
  readonly name: string;
}

const NAME_HEADER = /^(?:名称|参数|参数名称|项目)$/;
const VALUE_HEADER = /^(?:值|数值|取值|参数值)$/;
const OUTPUT_LINE = /^产出线(?:[(（](.+)[)）])?$/;

/**
 * Reads a 政策参数 table: a header row with 名称 and 值, then a row a value. 政策 names the pack, 基准日 the base date,
 * 产出线 or 产出线（沙溪镇） the output line in 万元/亩; every other name is one of the pack's values. A blank value is left out.
 */
export function readParameterTable(cells: readonly (readonly Cell[])[]): ParameterTable | ParameterProblem {
  const header = cells.findIndex((row) => columnOf(row, NAME_HEADER) >= 0 && columnOf(row, VALUE_HEADER) >= 0);
  if (header < 0) return { code: 'noHeader', row: 1, name: '' };
  const nameColumn = columnOf(cells[header] ?? [], NAME_HEADER);
  const valueColumn = columnOf(cells[header] ?? [], VALUE_HEADER);
  const table = new TableBuilder();
  for (const [index, row] of cells.entries()) {
    if (index <= header || isBlank(row[nameColumn]) || isBlank(row[valueColumn])) continue;
    const problem = table.add(cellText(row[nameColumn]), row[valueColumn]);
    if (problem) return { code: problem, row: index + 1, name: cellText(row[nameColumn]) };
  }
  return table.result();
}

function columnOf(row: readonly Cell[], pattern: RegExp): number {
  return row.findIndex((cell) => typeof cell === 'string' && pattern.test(cellText(cell)));
}

class TableBuilder {
  private policy: string | undefined;
  private asOf: Day | undefined;
  private readonly values = new Map<string, number>();
  private readonly outputLines = new Map<string, number>();

  add(name: string, cell: Cell): ParameterProblem['code'] | undefined {
    if (name === '政策') {
      this.policy = cellText(cell);
      return undefined;
    }
    if (name === '基准日') {
      this.asOf = typeof cell === 'string' || typeof cell === 'number' ? parseDay(cell) : undefined;
      return this.asOf === undefined ? 'notADay' : undefined;
    }
    const reading = readNumber(cell);
    if (reading.kind !== 'value') return 'notANumber';
    const output = OUTPUT_LINE.exec(name);
    if (output) this.outputLines.set(output[1] ?? '', reading.value);
    else this.values.set(name, reading.value);
    return undefined;
  }

  result(): ParameterTable {
    return {
      ...(this.policy === undefined ? {} : { policy: this.policy }),
      ...(this.asOf === undefined ? {} : { asOf: this.asOf }),
      values: this.values,
      outputLines: this.outputLines,
    };
  }
}
