import { cellText, isBlank, isBlankArgument, type Cell, type Rows } from '../ledger/cell';
import { parseDay, type Day } from '../quantity/day';
import { readYesNo } from '../ledger/word';
import { INCLUDES_LINE } from './includesLine';
import type { Unit } from '../quantity/unit';
import { DOCUMENT_LINES, isHeadLine, readHeadLine, type PolicyHead } from './policyHead';
import { looksLikeDay, readParameterValue } from './parameterValue';
import { decisionHeader } from './table/readDecisionTable';

/** A workbook's own values for a policy, as read from a 政策参数 table. */
export interface ParameterTable {
  readonly policy?: string;
  readonly asOf?: Day;
  /** What the table says of the document itself. */
  readonly head?: PolicyHead;
  /** Whether 以下 and 以上 include the number, where the table says so. */
  readonly includesLine?: boolean;
  readonly values: ReadonlyMap<string, number>;
  /** 产出线 by 区镇; '' is the general one. */
  readonly outputLines: ReadonlyMap<string, number>;
  /** The cell of each name's value in the range given, rows and columns from 0. */
  readonly places: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
  /** What the column 单位 says of a value, where it says anything. */
  readonly units: ReadonlyMap<string, string>;
  /** The units that stand in the values' own cells: 5万元/亩. */
  readonly typedUnits?: ReadonlyMap<string, Unit>;
  /** Names whose value is a bare 0: in a formula's argument that may be a blank, and does not count. */
  readonly zeros?: readonly string[];
}

/** What is wrong with a 政策参数 table; `row` counts from 1 in the range given. */
export interface ParameterProblem {
  readonly code:
    'noHeader' | 'notANumber' | 'notADay' | 'notYesNo' | 'notAStatus' | 'looksLikeDate' | 'twice' | 'policyUnknown';
  readonly row: number;
  readonly name: string;
}

const NAME_HEADER = /^(?:名称|参数|参数名称|项目)$/;
const VALUE_HEADER = /^(?:值|数值|取值|参数值)$/;
const UNIT_HEADER = /^单位$/;
const OUTPUT_LINE = /^产出线(?:[(（](.+)[)）])?$/;

/**
 * Reads a 政策参数 table: a header row with 名称 and 值, then a row a value. 政策 names the pack, 基准日 the base date,
 * 产出线 or 产出线（沙溪镇） the output line in 万元/亩; every other name is one of the pack's values. A blank value is left out.
 * A decision table that follows in the same range is not read here. In a formula's argument a blank may arrive as 0: there 0 is
 * left out, and a sheet may not put it for another number either, but the words 零 and 不计.
 */
export function readParameterTable(
  cells: Rows,
  { zeroIsBlank = false }: { readonly zeroIsBlank?: boolean } = {},
): ParameterTable | ParameterProblem {
  const header = cells.findIndex((row) => columnOf(row, NAME_HEADER) >= 0 && columnOf(row, VALUE_HEADER) >= 0);
  if (header < 0) return { code: 'noHeader', row: 1, name: '' };
  const nameColumn = columnOf(cells[header] ?? [], NAME_HEADER);
  const valueColumn = columnOf(cells[header] ?? [], VALUE_HEADER);
  const unitColumn = columnOf(cells[header] ?? [], UNIT_HEADER);
  const decisions = decisionHeader(cells);
  const end = decisions > header ? decisions : cells.length;
  const table = new TableBuilder();
  const isNothing = zeroIsBlank ? isBlankArgument : isBlank;
  for (const [index, row] of cells.slice(0, end).entries()) {
    if (index <= header || isBlankArgument(row[nameColumn])) continue;
    if (row[valueColumn] === 0) table.zeros.push(cellText(row[nameColumn]));
    if (isNothing(row[valueColumn])) continue;
    const name = cellText(row[nameColumn]);
    const problem = table.has(name) ? 'twice' : table.add(name, row[valueColumn]);
    if (problem) return { code: problem, row: index + 1, name };
    table.places.set(name, { row: index, column: valueColumn });
    if (unitColumn >= 0 && !isBlankArgument(row[unitColumn])) table.units.set(name, String(row[unitColumn]).trim());
  }
  return table.result();
}

function columnOf(row: readonly Cell[], pattern: RegExp): number {
  return row.findIndex((cell) => typeof cell === 'string' && pattern.test(cellText(cell)));
}

class TableBuilder {
  private policy: string | undefined;
  private asOf: Day | undefined;
  private head: PolicyHead | undefined;
  private includesLine: boolean | undefined;
  private readonly values = new Map<string, number>();
  private readonly outputLines = new Map<string, number>();
  readonly places = new Map<string, { readonly row: number; readonly column: number }>();
  readonly units = new Map<string, string>();
  readonly zeros: string[] = [];
  private readonly typedUnits = new Map<string, Unit>();
  private readonly names = new Set<string>();

  /** Whether a name stands in the table already. */
  has(name: string): boolean {
    const stood = this.names.has(name);
    this.names.add(name);
    return stood;
  }

  add(name: string, cell: Cell): ParameterProblem['code'] | undefined {
    if (name === '政策') {
      this.policy = cellText(cell);
      return undefined;
    }
    if (name === '基准日') {
      this.asOf = typeof cell === 'string' || typeof cell === 'number' ? parseDay(cell) : undefined;
      return this.asOf === undefined ? 'notADay' : undefined;
    }
    if (name === INCLUDES_LINE) {
      const word = readYesNo(cell, { zeroIsBlank: false });
      if (word.kind !== 'value') return 'notYesNo';
      this.includesLine = word.value;
      return undefined;
    }
    if (isHeadLine(name)) {
      const read = readHeadLine(name, cell);
      if (!read) return name === DOCUMENT_LINES.status ? 'notAStatus' : 'notADay';
      this.head = { ...this.head, ...read };
      return undefined;
    }
    if (looksLikeDay(cell)) return 'looksLikeDate';
    const reading = readParameterValue(cell);
    if (!reading) return 'notANumber';
    const output = OUTPUT_LINE.exec(name);
    if (output) this.outputLines.set(output[1] ?? '', reading.value);
    else this.values.set(name, reading.value);
    if (reading.unit) this.typedUnits.set(name, reading.unit);
    return undefined;
  }

  result(): ParameterTable {
    return {
      ...(this.policy === undefined ? {} : { policy: this.policy }),
      ...(this.asOf === undefined ? {} : { asOf: this.asOf }),
      ...(this.head === undefined ? {} : { head: this.head }),
      ...(this.includesLine === undefined ? {} : { includesLine: this.includesLine }),
      values: this.values,
      outputLines: this.outputLines,
      places: this.places,
      units: this.units,
      typedUnits: this.typedUnits,
      zeros: this.zeros,
    };
  }
}
