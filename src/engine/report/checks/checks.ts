import { numbersOf, textAt } from '../../column/verbs';
import { disposalRate } from '../../assess/disposalRate';
import { fieldOf } from '../../ledger/fields';
import { entryOn } from '../../policy/standing';
import { basisCells } from '../../policy/table/tableLines';
import { waiverBases } from '../../simulate/waiverBases';
import { waiverQuestions } from '../../simulate/waiverQuestions';
import type { SheetFormat } from '../../../sheet/sheet';
import { balanceColumns, hasPatterns, READ, summedFor, type BalanceAsk } from './balanceColumns';
import type { CheckColumn, CheckLimit } from './checkColumns';
import type { CheckInput } from './checkInput';
import { codeColumn, codeColumns } from './codeColumns';
import { DISPOSAL_COLUMNS, disposalColumns } from './disposalColumns';
import type { DisposalTotals } from './disposalTotals';
import { MIX, mixColumns, TERM, termColumns, type LimitAsk } from './limitColumns';
import { ParkTotals, parkLine } from './parkTotals';
import { baseDayLimit, waiverColumns, waiverLimits, type WaiverAsk } from './waiverColumns';
import { known } from '../../../sheet/known';

const FLOORS = { 容积率: '容积率下限', 绿地率: '绿地率下限' } as const;
/** What is typed or read, and may be edited. */
const READ_LOOK: SheetFormat = { numberFormat: '#,##0.00', columnWidth: 75, fill: '#FFF9E5', fontColor: '#000000' };

const WORD: SheetFormat = { horizontal: 'Center', columnWidth: 110 };
/** What is checked of a ledger: its limits, its columns, and the sums that they stand on. */
export class Checks {
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
      ...(this.isSummed ? [parkLine(this.parks)] : []),
      ...this.balanced.flatMap((ratio) => this.balance(ratio)),
      ...(has('proposedPlotRatio') ? waiverColumns(this.waiverAsk(), READ_LOOK) : []),
      ...(has('closedOutOn', 'landArea') ? this.disposal() : []),
      ...(has('creditCode')
        ? [codeColumn(word('creditCode'), READ_LOOK), ...codeColumns(word('creditCode'), this.input.words.code)]
        : []),
    ];
  }

  /** The ratios that are balanced within a 园区. */
  private get balanced(): readonly BalanceAsk['ratio'][] {
    const asked = new Set(this.limits.map(({ name }) => name));
    return (['容积率', '绿地率'] as const).filter((ratio) => asked.has(FLOORS[ratio]));
  }

  private get isSummed(): boolean {
    return this.balanced.length > 0 && !hasPatterns(this.parks);
  }

  private get parks(): readonly string[] {
    const names = this.rows.map((row) => textAt(this.input.ledger, 'park', row) ?? '');
    return [...new Set(names.filter((name) => name !== ''))].toSorted();
  }

  /** Sums by 园区 that the balance of every row stands on; undefined where there is none, or it is written as values. */
  parkTotals(): ParkTotals | undefined {
    if (!this.isSummed) return undefined;
    const summed: readonly string[] = [READ.area, ...this.balanced.flatMap(summedFor)];
    return new ParkTotals(
      this.parks,
      this.columns().filter(({ name }) => summed.includes(name)),
    );
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
      const name = field === 'stockType' ? DISPOSAL_COLUMNS.type : fieldOf(field).label;
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
    if (!columns.some(({ name }) => name === DISPOSAL_COLUMNS.state)) return undefined;
    const { byField } = ledger.headers;
    const word = (label: string) => ({ label, column: DISPOSAL_COLUMNS.type, word: label });
    const flags = (['inefficient', 'idle'] as const).filter((field) => byField.has(field));
    const flag = (field: string) => ({ label: fieldOf(field).label, column: fieldOf(field).label, word: '是' });
    const kinds = byField.has('stockType') ? ['低效', '闲置', '批而未供'].map(word) : flags.map(flag);
    const area = this.numbers('landArea');
    return {
      kinds: [...kinds, { label: '全部' }],
      unresolved,
      column: (name) => {
        if (name === DISPOSAL_COLUMNS.counted) return this.rows.map((row) => (area(row) > 0 ? area(row) : 0));
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
    return { name, header, format: READ_LOOK, value: (row) => known(values(row)), from: this.headOf(field) };
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
