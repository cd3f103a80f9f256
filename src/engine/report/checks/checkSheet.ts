import { numbersOf, textAt } from '../../column/verbs';
import type { AppliedPolicy } from '../../assess/context';
import { disposalRate } from '../../assess/disposalRate';
import type { Cell } from '../../ledger/cell';
import { fieldOf } from '../../ledger/fields';
import type { Ledger } from '../../ledger/readLedger';
import { entryOn } from '../../policy/standing';
import { basisCells } from '../../policy/table/tableLines';
import { writeFormula } from '../../rule/formula/writeFormula';
import { waiverBases } from '../../simulate/waiverBases';
import { WAIVER_FIELDS, waiverQuestions } from '../../simulate/waiverQuestions';
import { officialPrint } from '../layout/officialLooks';
import type { NewSheet, SheetBlock, SheetChoice, SheetFormat } from '../../../sheet/sheet';
import { balanceColumns, READ, type BalanceAsk } from './balanceColumns';
import { agreedColumns, limitCell, type CheckColumn, type CheckLimit } from './checkColumns';
import { linksOf, type CleanLinks } from './cleanLinks';
import { codeColumn, codeColumns, type CodeText } from './codeColumns';
import { DISPOSAL, disposalColumns } from './disposalColumns';
import { disposalBlocks, type DisposalTotals } from './disposalTotals';
import { CHECK_HEAD as HEAD, limitBlocks } from './limitBlocks';
import { MIX, mixColumns, TERM, termColumns, type LimitAsk } from './limitColumns';
import { baseDayLimit, waiverColumns, waiverLimits, type WaiverAsk } from './waiverColumns';
import { cellName, columnName, fixedCell } from '../../../sheet/address';
import type { Standing } from '../../../sheet/standing';

/** What 核对表 is made of, and where the ledger's cells stand. */
export interface CheckInput {
  readonly title: string;
  readonly note: string;
  readonly standing: Standing;
  readonly ledger: Ledger;
  /** The cells that the ledger was read from: a day that cannot be read is no missing one. */
  readonly rows: readonly (readonly Cell[])[];
  readonly policy: AppliedPolicy;
  /** Lower limits of the plan, which no policy sets; blank on the sheet where they are not given. */
  readonly floors?: { readonly 容积率?: number; readonly 绿地率?: number };
  /** The ledger's 标准台账, and the cell of 政策参数 that holds a value in force: the sheet refers to them. */
  readonly clean?: CleanLinks;
  readonly parameter?: (name: string) => string | undefined;
  readonly words: CheckWords;
  readonly unresolved: (missing: readonly string[]) => string;
}

/** How the checks answer, in the functions' own words; {years} stands for the limit. */
export interface CheckWords {
  readonly term: { readonly within: string; readonly beyond: string };
  readonly mix: { readonly met: string; readonly missed: string };
  readonly balance: BalanceAsk['words'];
  readonly code: CodeText;
  readonly waiver: WaiverAsk['say'];
}

/** The fields that checks read. */
export const CHECK_FIELDS = [
  'grantTerm',
  'industrialFloorArea',
  'floorArea',
  'plotRatio',
  'greenRatio',
  'park',
  'creditCode',
  'parcelId',
  'stockType',
  'inefficient',
  'idle',
  'closedOutOn',
  ...WAIVER_FIELDS,
] as const;

const FLOORS = { 容积率: '容积率下限', 绿地率: '绿地率下限' } as const;
/** What is typed or read, and may be edited. */
const READ_LOOK: SheetFormat = { numberFormat: '#,##0.00', columnWidth: 75, fill: '#FFF9E5', fontColor: '#000000' };

const WORD: SheetFormat = { horizontal: 'Center', columnWidth: 110 };
const LIMIT_ROW = 3;

/**
 * 核对表: codes, terms, shares, 容积率 and 绿地率 with balance within a 园区, 不再增收土地价款 and what is closed out, as classic formulas over
 * 标准台账, 政策参数 and figures of its own; each formula only where it gives the engine's own answer. Undefined where there is nothing to
 * check.
 */
export function checkSheet(input: CheckInput): NewSheet | undefined {
  const rows = input.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const checks = new Checks(input, rows);
  if (!checks.columns().some(({ tree }) => tree) || rows.length === 0) return undefined;
  const columns = agreedColumns(checks.columns(), rows, checks.limits);
  const totals = checks.totals();
  const totalRow = LIMIT_ROW + checks.limits.length + 2;
  const header = totalRow + (totals ? totals.kinds.length + 2 : 0);
  const top = header + 1;
  const address = (name: string, kind: 'cell' | 'range', line: number) => {
    const limit = checks.limits.findIndex((own) => limitCell(own.name) === name);
    if (limit >= 0) return fixedCell(LIMIT_ROW + 1 + limit, 2);
    const column = columns.findIndex((own) => own.name === name);
    if (column < 0) throw new Error(`no column for "${name}"`);
    const letters = columnName(column);
    return kind === 'cell' ? cellName(line, column) : `$${letters}$${top + 1}:$${letters}$${top + rows.length}`;
  };
  const body = columns.map((column, at): SheetBlock => {
    const { format, value, tree } = column;
    const write = tree && ((line: number) => `=${writeFormula(tree, (name, kind) => address(name, kind, line))}`);
    const links = tree ? [] : linksOf(column, rows, input.clean);
    const formulas = write ? rows.map((_, index) => [write(top + index)]) : links.map((link) => [link]);
    return {
      ...{ row: top, column: at, format: links.length > 0 ? plain(format) : format },
      values: rows.map((row) => [value?.(row) ?? '']),
      ...(formulas.length > 0 ? { formulas } : {}),
    };
  });
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
      ...(totals ? disposalBlocks(totals, totalRow, (name) => address(name, 'range', 0)) : []),
      { row: header, column: 0, values: [columns.map((column) => column.header)], format: HEAD },
      ...body,
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
      ...(has('proposedPlotRatio') || has('closedOutOn', 'landArea') ? [baseDayLimit(this.input.policy.asOf)] : []),
      ...(has('proposedPlotRatio') ? waiverLimits(this.waiverAsk()) : []),
    ];
  }

  columns(): CheckColumn[] {
    const { ledger, standing } = this.input;
    const asked = new Set(this.limits.map(({ name }) => name));
    const word = (id: string) => (row: number) => textAt(ledger, id, row) ?? '';
    const has = (...fields: readonly string[]) => fields.every((id) => ledger.headers.byField.has(id));
    const enterprise = { name: '企业名称', header: '企业名称', format: { columnWidth: 190 } };
    return [
      { name: '来源行', header: '来源行', format: WORD, value: standing.label, from: '来源行' },
      { ...enterprise, value: word('enterprise'), from: '企业名称' },
      { name: READ.park, header: '园区', format: WORD, value: word('park'), from: this.headOf('park') },
      this.read(READ.area, '面积（亩）', 'landArea'),
      ...(asked.has(TERM) ? termColumns(this.limitAsk(TERM)) : []),
      ...(asked.has(MIX) ? mixColumns(this.limitAsk(MIX)) : []),
      ...(['容积率', '绿地率'] as const).flatMap((ratio) => (asked.has(FLOORS[ratio]) ? this.balance(ratio) : [])),
      ...(has('proposedPlotRatio') ? waiverColumns(this.waiverAsk(), READ_LOOK) : []),
      ...(has('closedOutOn', 'landArea') ? this.disposal() : []),
      ...(has('creditCode')
        ? [codeColumn(word('creditCode'), READ_LOOK), ...codeColumns(word('creditCode'), this.input.words.code)]
        : []),
    ];
  }

  private limitAsk(limit: string): LimitAsk {
    const { words, unresolved } = this.input;
    return {
      ...{ words, unresolved, limit: this.limitOf(limit) },
      read: (name, header, field) => this.read(name, header, field),
      numbers: (field) => this.numbers(field),
    };
  }

  private waiverAsk(): WaiverAsk {
    const { ledger, policy, words, unresolved } = this.input;
    const given = { question: waiverQuestions(ledger), bases: waiverBases(policy.pack), say: words.waiver, unresolved };
    return policy.asOf === undefined ? given : { ...given, asOf: policy.asOf };
  }

  /** What kind of land a row is, by one column or by one a kind, and whether it is closed out. */
  private disposal(): CheckColumn[] {
    const { ledger, policy, unresolved } = this.input;
    const kinds = ledger.headers.byField.has('stockType') ? ['stockType'] : ['inefficient', 'idle'];
    const types = kinds.flatMap((field): CheckColumn[] => {
      if (!ledger.headers.byField.has(field)) return [];
      const name = field === 'stockType' ? DISPOSAL.type : fieldOf(field).label;
      const value = (row: number) => textAt(ledger, field, row) ?? '';
      return [{ name, header: name, format: { ...READ_LOOK, horizontal: 'Center' }, value, from: this.headOf(field) }];
    });
    const asOf = policy.asOf === undefined ? {} : { asOf: policy.asOf };
    const column = ledger.headers.byField.get('closedOutOn')?.column ?? -1;
    const closing = (row: number) => this.input.rows[row]?.[column];
    const ask = { closing, area: this.numbers('landArea'), unresolved, ...asOf };
    return [...types, ...disposalColumns(ask, { look: READ_LOOK, head: this.headOf('closedOutOn') })];
  }

  /** 处置率 by kind of land; undefined where nothing says what is closed out. */
  totals(): DisposalTotals | undefined {
    const { ledger, rows, policy, unresolved } = this.input;
    const columns = this.columns();
    if (!columns.some(({ name }) => name === DISPOSAL.state)) return undefined;
    const { byField } = ledger.headers;
    const word = (label: string) => ({ label, column: DISPOSAL.type, word: label });
    const flags = (['inefficient', 'idle'] as const).filter((field) => byField.has(field));
    const flag = (field: string) => ({ label: fieldOf(field).label, column: fieldOf(field).label, word: '是' });
    const kinds = byField.has('stockType') ? ['低效', '闲置', '批而未供'].map(word) : flags.map(flag);
    const area = this.numbers('landArea');
    return {
      kinds: [...kinds, { label: '全部' }],
      unresolved,
      column: (name) => {
        if (name === DISPOSAL.counted) return this.rows.map((row) => (area(row) > 0 ? area(row) : 0));
        const column = columns.find((own) => own.name === name);
        return this.rows.map((row) => (column?.own ?? column?.value)?.(row) ?? '');
      },
      own: ({ label, column }) => {
        const stockType = column === undefined ? undefined : label;
        const asOf = policy.asOf === undefined ? {} : { asOf: policy.asOf };
        return disposalRate(ledger.headers, rows, { stockType, zeroIsBlank: false, ...asOf });
      },
    };
  }

  /** The head of a field's column on 标准台账. */
  private headOf(field: string): string {
    if (field === 'landArea') return '面积（亩）';
    return this.input.policy.pack.fields.find((own) => own.field === field)?.name ?? fieldOf(field).label;
  }

  private balance(ratio: '容积率' | '绿地率'): CheckColumn[] {
    const { words, unresolved } = this.input;
    const field = ratio === '容积率' ? 'plotRatio' : 'greenRatio';
    const given = {
      ...{ rows: this.rows, area: this.numbers('landArea'), ratio: this.numbers(field) },
      park: (row: number) => textAt(this.input.ledger, 'park', row) ?? '',
    };
    const limit = FLOORS[ratio];
    const ask = { ratio, limit, floor: this.limitOf(limit), words: words.balance, unresolved };
    return [this.read(ratio, ratio, field), ...balanceColumns(given, ask)];
  }

  private read(name: string, header: string, field: string): CheckColumn {
    const values = this.numbers(field);
    const value = (row: number) => {
      const own = values(row);
      return Number.isNaN(own) ? '' : own;
    };
    return { name, header, format: READ_LOOK, value, from: this.headOf(field) };
  }

  private numbers(field: string): (row: number) => number {
    const values = numbersOf(this.input.ledger, field);
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
