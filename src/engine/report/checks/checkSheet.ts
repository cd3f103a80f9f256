import { wordAt } from '../../column/column';
import type { AppliedPolicy } from '../../assess/context';
import { mixShare } from '../../assess/checks/mixShare';
import { numbersOf } from '../../assess/townshipMeans';
import type { Ledger } from '../../ledger/readLedger';
import { entryOn } from '../../policy/standing';
import { basisCells } from '../../policy/table/tableLines';
import { any, binary, call, cell, number, text, when, type FormulaTree } from '../../rule/formula/formulaTree';
import { writeFormula } from '../../rule/formula/writeFormula';
import { cellName, columnName, fixedCell } from '../formulaText';
import { officialPrint } from '../layout/officialLooks';
import type { SheetBlock, SheetFormat, SheetModel } from '../sheet';
import { balanceColumns, READ, type BalanceAsk } from './balanceColumns';
import { agreedColumns, limitCell, type CheckColumn, type CheckLimit } from './checkColumns';
import { CHECK_HEAD as HEAD, limitBlocks } from './limitBlocks';

/** What 核对表 is made of. `row` is the place on the source sheet of the ledger's first row. */
export interface CheckInput {
  readonly title: string;
  readonly note: string;
  readonly row: number;
  readonly ledger: Ledger;
  readonly policy: AppliedPolicy;
  /** Lower limits of the plan, which no policy sets; blank on the sheet where they are not given. */
  readonly floors?: { readonly 容积率?: number; readonly 绿地率?: number };
  readonly words: CheckWords;
  readonly unresolved: (missing: readonly string[]) => string;
}

/** How the checks answer, in the functions' own words; {years} stands for the limit. */
export interface CheckWords {
  readonly term: { readonly within: string; readonly beyond: string };
  readonly mix: { readonly met: string; readonly missed: string };
  readonly balance: BalanceAsk['words'];
}

/** The fields that checks read. */
export const CHECK_FIELDS = [
  'grantTerm',
  'industrialFloorArea',
  'floorArea',
  'plotRatio',
  'greenRatio',
  'park',
] as const;

const TERM = '出让年限上限';
const MIX = '工业建筑面积占比下限';
const FLOORS = { 容积率: '容积率下限', 绿地率: '绿地率下限' } as const;
const ODD = '请核对原表数字';

const NUMBER: SheetFormat = { numberFormat: '#,##0.00', columnWidth: 75 };
const WORD: SheetFormat = { horizontal: 'Center', columnWidth: 110 };
const LIMIT_ROW = 3;

/**
 * 核对表: 出让年限, 工业建筑面积占比, 容积率 and 绿地率 with balance within a 园区, as classic formulas over cleaned figures and limits
 * that may be edited; each formula only where it gives the engine's own answer. Undefined where the ledger has nothing to check.
 */
export function checkSheet(input: CheckInput): SheetModel | undefined {
  const rows = input.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const checks = new Checks(input, rows);
  if (checks.limits.length === 0 || rows.length === 0) return undefined;
  const columns = agreedColumns(checks.columns(), rows, checks.limits);
  const header = LIMIT_ROW + checks.limits.length + 2;
  const top = header + 1;
  const address = (name: string, kind: 'cell' | 'range', line: number) => {
    const limit = checks.limits.findIndex((own) => limitCell(own.name) === name);
    if (limit >= 0) return fixedCell(LIMIT_ROW + 1 + limit, 2);
    const column = columns.findIndex((own) => own.name === name);
    if (column < 0) throw new Error(`no column for "${name}"`);
    const letters = columnName(column);
    return kind === 'cell' ? cellName(line, column) : `$${letters}$${top + 1}:$${letters}$${top + rows.length}`;
  };
  const body = columns.map(({ format, value, tree }, column): SheetBlock => {
    const write = tree && ((line: number) => `=${writeFormula(tree, (name, kind) => address(name, kind, line))}`);
    return {
      ...{ row: top, column, format, values: rows.map((row) => [value?.(row) ?? '']) },
      ...(write ? { formulas: rows.map((_, at) => [write(top + at)]) } : {}),
    };
  });
  const area = { row: 0, column: 0, rows: top + rows.length, columns: columns.length };
  return {
    name: '核对表',
    freezeRows: top,
    blocks: [
      { row: 0, column: 0, values: [[`${input.title} 核对表`]], format: { bold: true } },
      { row: 1, column: 0, values: [[input.note]] },
      { row: 2, column: 0, values: [['黄色为上下限和原表读出的数，可改，核对结果随之重算；下限空着的不核对。']] },
      ...limitBlocks(checks.limits, LIMIT_ROW),
      { row: header, column: 0, values: [columns.map((column) => column.header)], format: HEAD },
      ...body,
    ],
    print: officialPrint(area, { first: header, last: header }),
  };
}

class Checks {
  readonly limits: readonly CheckLimit[];

  constructor(
    private readonly input: CheckInput,
    private readonly rows: readonly number[],
  ) {
    const has = (...fields: readonly string[]) => fields.every((id) => input.ledger.headers.byField.has(id));
    this.limits = [
      ...(has('grantTerm') ? [this.ofPolicy(TERM, '年')] : []),
      ...(has('industrialFloorArea', 'floorArea') ? [this.ofPolicy(MIX, '比例')] : []),
      ...(has('plotRatio', 'landArea') ? [this.ofPlan('容积率')] : []),
      ...(has('greenRatio', 'landArea') ? [this.ofPlan('绿地率')] : []),
    ];
  }

  columns(): CheckColumn[] {
    const { ledger, row: top } = this.input;
    const asked = new Set(this.limits.map(({ name }) => name));
    const word = (id: string) => (row: number) => wordOf(ledger, id, row);
    return [
      { name: '来源行', header: '来源行', format: WORD, value: (row) => top + row + 1 },
      { name: '企业名称', header: '企业名称', format: { columnWidth: 190 }, value: word('enterprise') },
      { name: READ.park, header: '园区', format: WORD, value: word('park') },
      this.read(READ.area, '面积（亩）', 'landArea'),
      ...(asked.has(TERM) ? this.term() : []),
      ...(asked.has(MIX) ? this.mix() : []),
      ...(['容积率', '绿地率'] as const).flatMap((ratio) => (asked.has(FLOORS[ratio]) ? this.balance(ratio) : [])),
    ];
  }

  private term(): CheckColumn[] {
    const { words, unresolved } = this.input;
    const limit = this.limitOf(TERM);
    const years = cell('出让年限');
    const [before = '', after = ''] = words.term.beyond.split('{years}');
    const beyond = binary(binary(text(before), '&', cell(limitCell(TERM))), '&', text(after));
    const within = when(binary(years, '<=', cell(limitCell(TERM))), text(words.term.within), beyond);
    const read = this.numbers('grantTerm');
    return [
      this.read('出让年限', '出让年限（年）', 'grantTerm'),
      {
        ...{ name: '出让年限核对', header: '出让年限核对', format: WORD },
        tree: this.asked(TERM, [['出让年限', years]], when(binary(years, '<=', number(0)), text(ODD), within)),
        own: (row) => {
          const own = read(row);
          if (limit === undefined) return '';
          if (Number.isNaN(own)) return unresolved(['出让年限']);
          if (own <= 0) return ODD;
          return own <= limit ? words.term.within : words.term.beyond.replace('{years}', String(limit));
        },
      },
    ];
  }

  private mix(): CheckColumn[] {
    const { words, unresolved } = this.input;
    const [part, whole, limit] = [cell('工业建筑面积'), cell('总建筑面积'), cell(limitCell(MIX))];
    const isOdd = any(binary(whole, '<=', number(0)), binary(part, '>', whole));
    const isMet = binary(call('ROUND', binary(part, '/', whole), number(9)), '>=', limit);
    const judged = when(isOdd, text(ODD), when(isMet, text(words.mix.met), text(words.mix.missed)));
    const names = ['工业建筑面积', '总建筑面积'] as const;
    const [partOf, wholeOf] = [this.numbers('industrialFloorArea'), this.numbers('floorArea')];
    const own = (row: number) => {
      const [a, b, least] = [partOf(row), wholeOf(row), this.limitOf(MIX)];
      if (least === undefined) return '';
      const missing = names.filter((_, at) => Number.isNaN([a, b][at] ?? NaN));
      if (missing.length > 0) return unresolved(missing);
      return b <= 0 || a > b ? ODD : mixShare(a, b, least);
    };
    const done = any(...[words.mix.met, words.mix.missed].map((one) => binary(cell('占比核对'), '=', text(one))));
    return [
      this.read('工业建筑面积', '工业建筑面积（㎡）', 'industrialFloorArea'),
      this.read('总建筑面积', '总建筑面积（㎡）', 'floorArea'),
      {
        ...{ name: '占比核对', header: '工业建筑面积占比核对', format: WORD },
        tree: this.asked(
          MIX,
          [
            [names[0], part],
            [names[1], whole],
          ],
          judged,
        ),
        own: (row) => {
          const answer = own(row);
          return typeof answer === 'string' ? answer : answer.met ? words.mix.met : words.mix.missed;
        },
      },
      {
        ...{ name: '可增配套', header: '可增配套面积（㎡）', format: { numberFormat: '#,##0', columnWidth: 90 } },
        tree: when(done, binary(binary(part, '/', limit), '-', whole), text('')),
        own: (row) => {
          const answer = own(row);
          return typeof answer === 'string' ? '' : answer.room;
        },
      },
    ];
  }

  private balance(ratio: '容积率' | '绿地率'): CheckColumn[] {
    const { words, unresolved } = this.input;
    const field = ratio === '容积率' ? 'plotRatio' : 'greenRatio';
    const given = {
      ...{ rows: this.rows, area: this.numbers('landArea'), ratio: this.numbers(field) },
      park: (row: number) => wordOf(this.input.ledger, 'park', row),
    };
    const limit = FLOORS[ratio];
    const ask = { ratio, limit, floor: this.limitOf(limit), words: words.balance, unresolved };
    return [this.read(ratio, ratio, field), ...balanceColumns(given, ask)];
  }

  /** Nothing without a limit, what is missing by name, else the answer. */
  private asked(
    limit: string,
    needed: readonly (readonly [label: string, cell: FormulaTree])[],
    answer: FormulaTree,
  ): FormulaTree {
    const { unresolved } = this.input;
    const isBlank = (own: FormulaTree) => binary(own, '=', text(''));
    const one = needed.reduceRight<FormulaTree>(
      (rest, [label, own]) => when(isBlank(own), text(unresolved([label])), rest),
      answer,
    );
    const both =
      needed.length < 2
        ? one
        : when(
            call('AND', ...needed.map(([, own]) => isBlank(own))),
            text(unresolved(needed.map(([label]) => label))),
            one,
          );
    return when(isBlank(cell(limitCell(limit))), text(''), both);
  }

  private read(name: string, header: string, field: string): CheckColumn {
    const values = this.numbers(field);
    const value = (row: number) => {
      const own = values(row);
      return Number.isNaN(own) ? '' : own;
    };
    return { name, header, format: { ...NUMBER, fill: '#FFF9E5', fontColor: '#000000' }, value };
  }

  private numbers(field: string): (row: number) => number {
    const values = numbersOf(this.input.ledger.columns.get(field));
    return (row) => values[row] ?? NaN;
  }

  private limitOf(name: string): number | undefined {
    return this.limits.find((own) => own.name === name)?.value;
  }

  private ofPolicy(name: string, unit: string): CheckLimit {
    const { pack, values, asOf } = this.input.policy;
    const own = pack.values.get(name);
    const value = values.get(name);
    if (!own || value === undefined) return { name, unit, grounds: `${pack.short}没有规定，可自行填写` };
    const { place, note } = basisCells(entryOn(own, asOf).basis);
    return { name, unit, value, grounds: place === '' ? note : `${pack.short} ${place}` };
  }

  private ofPlan(ratio: '容积率' | '绿地率'): CheckLimit {
    const value = this.input.floors?.[ratio];
    return {
      name: FLOORS[ratio],
      unit: ratio === '绿地率' ? '比例' : '',
      ...(value === undefined ? {} : { value }),
      grounds: '规划下限，按规划条件填写',
    };
  }
}

function wordOf(ledger: Ledger, field: string, row: number): string {
  const column = ledger.columns.get(field);
  return (column?.kind === 'word' ? wordAt(column, row) : undefined) ?? '';
}
