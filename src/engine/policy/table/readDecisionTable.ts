import { cellText, isBlank, isBlankArgument, type Cell, type Rows } from '../../ledger/cell';
import { parseRule } from '../../rule/parseRule';
import { RuleError, type ConditionTree, type RuleTrouble, type Vocabulary } from '../../rule/tree';
import type { Basis, PackRule, PolicyPack } from '../pack';
import { readConditionCell, type CellProblem } from './conditionCell';
import { conditionText } from '../../rule/conditionText';
import {
  LINE_HEADERS,
  sameBasis,
  sameCondition,
  TABLES,
  tableLines,
  type TableKind,
  type TableLine,
} from './tableLines';
import { vocabularyOf } from '../vocabulary';
import { conditionColumns, type ConditionColumn } from './conditionColumns';

/** How the basis of a line begins that is the workbook's own. */
export const OWN_LINE = '本工作簿“判定表”';

/** A cell of the range read, from 0. */
export interface RangeCell {
  readonly row: number;
  readonly column: number;
}

/** What is wrong with a cell of a decision table. `expected` are the words it may hold; `text` is what it holds. */
export interface TableProblem {
  readonly code:
    CellProblem['code'] | RuleTrouble | 'unknownKind' | 'noAnswer' | 'noLines' | 'unknownColumn' | 'belowTable';
  readonly place: RangeCell;
  readonly text: string;
  readonly part: string;
  readonly expected: readonly string[];
  /** Where in the text, from 0, for a condition written out in 其他条件. */
  readonly at?: number;
}

/** A line as read, with the cell of every column. */
export interface ReadTableLine extends TableLine {
  readonly row: number;
  readonly condition: ConditionTree;
}

/** A decision table as read over a pack; `columns` tells the position of each header. Rules are there only without problems. */
export interface ReadTable {
  readonly header: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly lines: readonly ReadTableLine[];
  readonly problems: readonly TableProblem[];
  readonly rules: Partial<Record<TableKind, readonly PackRule[]>>;
}

/** The row of a decision table's headers in a range, or -1: it has both 类别 and 结论. */
export function decisionHeader(cells: Rows): number {
  return cells.findIndex((row) => [LINE_HEADERS.kind, LINE_HEADERS.answer].every((name) => columnOf(row, name) >= 0));
}

function columnOf(row: readonly Cell[], name: string): number {
  return row.findIndex((cell) => typeof cell === 'string' && cellText(cell) === cellText(name));
}

/**
 * Reads a 判定表 over the pack it was made from. A line that says what a built-in line says is that line, citation and all; any
 * other is this workbook's own. Undefined where the range holds no such table. Every broken cell is named. A number 0 is a
 * condition, but in a formula's argument, where a blank may arrive as 0.
 */
export function readDecisionTable(
  cells: Rows,
  pack: PolicyPack,
  { zeroIsBlank = false }: { readonly zeroIsBlank?: boolean } = {},
): ReadTable | undefined {
  const header = decisionHeader(cells);
  if (header < 0) return undefined;
  const isNothing = zeroIsBlank ? isBlankArgument : isBlank;
  return new TableReader(
    cells.map((row) => row.map((cell) => (isNothing(cell) ? '' : cell))),
    header,
    pack,
  ).read();
}

class TableReader {
  private readonly columns: ReadonlyMap<string, number>;
  private readonly conditions: readonly ConditionColumn[];
  private readonly builtIn: readonly TableLine[];
  private readonly vocabulary: Vocabulary;
  private readonly problems: TableProblem[] = [];

  constructor(
    private readonly cells: Rows,
    private readonly header: number,
    private readonly pack: PolicyPack,
  ) {
    const names = cells[header] ?? [];
    this.columns = new Map(names.flatMap((cell, column) => (isBlank(cell) ? [] : [[cellText(cell), column] as const])));
    this.conditions = conditionColumns(pack);
    this.builtIn = tableLines(pack).lines;
    this.vocabulary = vocabularyOf(pack);
  }

  read(): ReadTable {
    this.checkHeaders();
    const lines = this.cells.flatMap((_, row) => (row > this.header ? (this.line(row) ?? []) : []));
    // A policy that only grades has no lines, and its table none.
    const expected = this.pack.tiers ?? this.pack.paths;
    if (expected && lines.length === 0 && this.problems.length === 0) {
      this.report({ code: 'noLines', place: { row: this.header, column: 0 }, text: '', part: '', expected: [] });
    }
    const { header, columns, problems } = this;
    return { header, columns, lines, problems, rules: problems.length > 0 ? {} : this.rules(lines) };
  }

  /** A column whose header was changed would be left out without a word. */
  private checkHeaders(): void {
    const known = [...Object.values(LINE_HEADERS), ...this.conditions.map(({ name }) => name)].map((name) =>
      cellText(name),
    );
    for (const [name, column] of this.columns) {
      if (known.includes(name)) continue;
      const filled = this.cells.some((row, index) => index > this.header && !isBlank(row[column]));
      const place = { row: this.header, column };
      if (filled) this.report({ code: 'unknownColumn', place, text: name, part: name, expected: known });
    }
  }

  private line(row: number): ReadTableLine | undefined {
    const kindText = this.text(row, LINE_HEADERS.kind);
    const answer = this.text(row, LINE_HEADERS.answer);
    if (kindText === '' && answer === '') return undefined;
    const kind = (Object.keys(TABLES) as TableKind[]).find((one) => TABLES[one] === kindText);
    if (!kind) this.problem(row, LINE_HEADERS.kind, 'unknownKind', Object.values(TABLES));
    if (answer === '') this.problem(row, LINE_HEADERS.answer, 'noAnswer', []);
    if (!kind || answer === '') return undefined;
    const number = Number.parseInt(this.text(row, LINE_HEADERS.number), 10);
    const cells = new Map(this.conditions.map(({ name }) => [name, this.text(row, name)]));
    return {
      row,
      kind,
      number,
      cells,
      answer,
      other: this.text(row, LINE_HEADERS.other),
      place: this.text(row, LINE_HEADERS.place),
      quote: this.text(row, LINE_HEADERS.quote),
      note: this.text(row, LINE_HEADERS.note),
      condition: this.condition(row),
    };
  }

  private text(row: number, name: string): string {
    const cell = this.cell(row, name);
    return isBlank(cell) ? '' : String(cell).trim();
  }

  private cell(row: number, name: string): Cell {
    const column = this.columns.get(cellText(name));
    return column === undefined ? '' : this.cells[row]?.[column];
  }

  private condition(row: number): ConditionTree {
    const parts = this.conditions.flatMap((column): ConditionTree[] => {
      const reading = readConditionCell(this.cell(row, column.name), column, this.vocabulary);
      if ('problem' in reading)
        this.problem(row, column.name, reading.problem.code, reading.problem.expected, reading.problem.part);
      return 'tree' in reading ? [reading.tree] : [];
    });
    const other = this.text(row, LINE_HEADERS.other);
    if (other !== '' && other !== '其余') parts.push(...this.ruleText(row, other));
    const [only, ...more] = parts;
    if (!only) return { kind: 'always' };
    return more.length === 0 ? only : { kind: 'and', parts };
  }

  private ruleText(row: number, text: string): ConditionTree[] {
    try {
      return [parseRule(text, this.vocabulary)];
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const { code, part, at, expected } = error;
      const place = { row, column: this.columns.get(cellText(LINE_HEADERS.other)) ?? 0 };
      this.report({ code, place, text, part, at, expected });
      return [];
    }
  }

  private problem(
    row: number,
    name: string,
    code: TableProblem['code'],
    expected: readonly string[],
    part?: string,
  ): void {
    const text = this.text(row, name);
    const place = { row, column: this.columns.get(cellText(name)) ?? 0 };
    this.report({ code, place, text, part: part ?? text, expected });
  }

  private report(problem: TableProblem): void {
    this.problems.push(problem);
  }

  /** A table left without lines is the built-in one: nobody deletes all rules of a policy. */
  private rules(lines: readonly ReadTableLine[]): ReadTable['rules'] {
    const kinds = (Object.keys(TABLES) as TableKind[]).filter((kind) => lines.some((line) => line.kind === kind));
    return Object.fromEntries(
      kinds.map((kind) => [kind, lines.filter((line) => line.kind === kind).map((line) => this.rule(line))]),
    );
  }

  private rule(line: ReadTableLine): PackRule {
    const own = this.builtIn.find((other) => other.kind === line.kind && sameCondition(line, other, this.conditions));
    const builtIn = own && this.pack[line.kind]?.[own.number - 1];
    const { condition } = builtIn ?? line;
    const when = builtIn?.when ?? conditionText(line.condition);
    const isUntouched =
      builtIn !== undefined && own !== undefined && own.answer === line.answer && sameBasis(line, own);
    if (isUntouched) return builtIn;
    return { answer: line.answer, when, condition, basis: this.basis(line) };
  }

  /** An edited line does not stand on the words that were written for another one. */
  private basis(line: ReadTableLine): Basis {
    const before = this.builtIn.find(({ kind, number }) => kind === line.kind && number === line.number);
    const isCitedAnew = line.place !== '' && line.quote !== '' && !(before && sameBasis(line, before));
    if (isCitedAnew) {
      const assumption = `${OWN_LINE}填写，未经核对${line.note === '' ? '' : `；${line.note}`}`;
      return { kind: 'cited', citation: { place: line.place, quote: line.quote }, assumption };
    }
    const note = line.note !== '' && line.note !== before?.note ? `：${line.note}` : '';
    return { kind: 'assumed', assumption: `${OWN_LINE}修改${note}` };
  }
}
