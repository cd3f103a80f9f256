import { definedOnly } from '../../column/definedOnly';
import { fieldOf } from '../../ledger/fields';
import { DECIDED, IDENTIFIED } from '../clean/decisionColumns';
import { policyAnswers, decidedOf, lineReader, type LineReader } from './lineReader';
import type { LineCells, ViewColumn, ViewContent } from './list';
import type { ListLine, ViewInput } from './listInput';
import { known } from '../../../sheet/known';

type More = Partial<ViewColumn>;

/** The columns that lists share. A field that the ledger lacks becomes a blank column for people to fill. */
export interface ColumnVerbs {
  readonly read: LineReader;
  readonly serial: () => ViewColumn;
  readonly word: (field: string, head: string, width: number, more?: More) => ViewColumn;
  readonly amount: (field: string, head: string, unit: string, more?: More) => ViewColumn;
  readonly ratio: (field: string, head: string, more?: More) => ViewColumn;
  readonly day: (field: string, head: string, more?: More) => ViewColumn;
  readonly tick: (field: string, head: string, more?: More) => ViewColumn;
  readonly tax: () => readonly ViewColumn[];
  readonly verdict: (table: 'tiers' | 'paths', head: string, width?: number) => ViewColumn;
  readonly typed: (head: string, width: number, choices?: readonly string[], more?: More) => ViewColumn;
  readonly typedNumber: (head: string, unit: string, more?: More) => ViewColumn;
  readonly typedDay: (head: string, more?: More) => ViewColumn;
  readonly own: (head: string, width: number, more?: More) => ViewColumn;
  /** 认定状态, 人工结论 and what follows from both: people's word goes before the system's. */
  readonly decided: () => readonly ViewColumn[];
  readonly remark: () => ViewColumn;
}

/** A form of a list that documents name; which policies name it, their folders say (lists.yaml). */
export interface ListForm {
  readonly id: string;
  /** The sheet's name; a version follows where there is one already. */
  readonly name: string;
  /** Whether a ledger with these fields has what the list is about. */
  readonly fits: (input: Pick<ViewInput, 'ledger' | 'policy'>) => boolean;
  readonly content: (input: ViewInput, c: ColumnVerbs) => ViewContent;
}

export const DAY = 'yyyy-mm-dd';
const STATUS_HEAD = DECIDED.status;
const CONCLUSION_HEAD = DECIDED.path;
export const ADOPTED_HEAD = '采用结论';
const SOURCE_HEAD = DECIDED.source;
const SYSTEM_HEAD = '系统研判';
const AREA = '面积（亩）';
const TAX = '税收（万元）';
const PER_MU = '亩均税收（万元/亩）';
/** The heads that several lists compute with. */
export const HEADS = { area: AREA, tax: TAX, perMu: PER_MU, system: SYSTEM_HEAD } as const;

/** The shared columns over one ledger. */
export function columnVerbs(input: ViewInput): ColumnVerbs {
  const read = lineReader(input);
  const blank = (field: string, more?: More): More =>
    read.has(field) ? {} : { typed: true, lacking: fieldOf(field).label, value: () => '', ...more };
  return {
    read,
    serial: () => ({ head: '序号', width: 30, kind: 'number', format: '0', value: () => '', formula: serialFormula }),
    word: (field, head, width, more = {}) => ({
      head,
      width,
      kind: 'word',
      value: (line) => read.word(field, line),
      ...blank(field),
      ...without(more, read.has(field)),
    }),
    amount: (field, head, unit, more = {}) => ({
      head,
      unit,
      width: 54,
      kind: 'number',
      format: unit === '亩' ? '#,##0.0' : '#,##0',
      value: (line) => known(read.number(field, line)),
      total: (at) => at.sum(head),
      ...blank(field),
      ...more,
    }),
    ratio: (field, head, more = {}) => ({
      head,
      width: 44,
      kind: 'number',
      format: '0.00',
      value: (line) => known(read.number(field, line)),
      ...blank(field),
      ...more,
    }),
    day: (field, head, more = {}) => ({
      head,
      width: 62,
      kind: 'number',
      format: DAY,
      value: (line) => read.day(field, line),
      ...blank(field),
      ...more,
    }),
    tick: (field, head, more = {}) => ({
      head,
      width: 34,
      kind: 'word',
      centred: true,
      value: (line) => (read.isYes(field, line) ? '√' : ''),
      ...blank(field, { choices: ['√'] }),
      ...more,
    }),
    tax: () => taxColumns(read),
    verdict: (table, head, width = 66) => ({ head, width, kind: 'word', value: (line) => read.verdict(table, line) }),
    typed: (head, width, choices, more = {}) => ({
      head,
      width,
      kind: 'word',
      typed: true,
      ...definedOnly({ choices }),
      ...more,
    }),
    typedNumber: (head, unit, more = {}) => ({
      head,
      unit,
      width: 50,
      kind: 'number',
      format: '#,##0.00',
      typed: true,
      ...more,
    }),
    typedDay: (head, more = {}) => ({ head, width: 62, kind: 'number', format: DAY, typed: true, ...more }),
    own: (head, width, more = {}) => ({ head, width, kind: 'word', value: (line) => line.own?.[head] ?? '', ...more }),
    decided: () => decidedColumns(input, read),
    remark: () => ({ head: '备注', width: 60, kind: 'word', typed: true }),
  };
}

/** Choices belong to blank columns: words of a ledger stay as the ledger has them. */
function without(more: More, isRead: boolean): More {
  const { choices: _, ...rest } = more;
  return isRead ? rest : more;
}

const serialFormula = (at: LineCells) => `=ROW()-ROW(${at.range('序号').split(':')[0] ?? ''})+1`;

/** 面积, 税收 and their quotient; the total divides sums and never averages quotients. */
function taxColumns(read: LineReader): readonly ViewColumn[] {
  return [
    {
      head: AREA,
      unit: '亩',
      width: 52,
      kind: 'number',
      format: '#,##0.0',
      value: (line) => known(read.number('landArea', line)),
      total: (at) => at.sum(AREA),
    },
    {
      head: TAX,
      unit: '万元',
      width: 56,
      kind: 'number',
      format: '#,##0',
      value: (line) => known(read.number('taxPaid', line)),
      total: (at) => at.sum(TAX),
      ...(read.has('taxPaid') ? {} : { typed: true, lacking: '税收' }),
    },
    {
      head: PER_MU,
      unit: '万元/亩',
      width: 54,
      kind: 'number',
      format: '0.00',
      formula: (at) => quotient(at.cell(TAX), at.cell(AREA)),
      // Rows that lack tax or area count in neither sum.
      total: (at) =>
        `=IFERROR(${at.sum(TAX, { head: AREA, is: '">0"' }).slice(1)}/${at.sum(AREA, { head: TAX, is: '"<>"' }).slice(1)},"—")`,
    },
  ];
}

/** A quotient, or nothing where a part is missing. */
export function quotient(above: string, below: string): string {
  return `=IF(OR(${above}="",N(${below})<=0),"",ROUND(${above}/${below},9))`;
}

function decidedColumns(input: ViewInput, read: LineReader): readonly ViewColumn[] {
  const table = input.paths ? 'paths' : 'tiers';
  const word = (line: ListLine) => decidedOf(input, line, input.paths ? 'path' : 'tier');
  const answers = policyAnswers(input[table]);
  const typed = { kind: 'word', centred: true, typed: true } as const;
  return [
    ...(answers.length === 0
      ? []
      : [
          { head: SYSTEM_HEAD, width: 46, kind: 'word' as const, value: (line: ListLine) => read.verdict(table, line) },
        ]),
    { ...typed, head: STATUS_HEAD, width: 44, choices: IDENTIFIED, value: (line) => decidedOf(input, line, 'status') },
    { ...typed, head: CONCLUSION_HEAD, width: 46, value: word, ...(answers.length > 0 ? { choices: answers } : {}) },
    ...(answers.length === 0
      ? []
      : [
          {
            head: ADOPTED_HEAD,
            width: 46,
            kind: 'word' as const,
            formula: (at: LineCells) =>
              `=IF(${at.cell(CONCLUSION_HEAD)}="",${at.cell(SYSTEM_HEAD)},${at.cell(CONCLUSION_HEAD)})`,
          },
          {
            head: SOURCE_HEAD,
            width: 44,
            kind: 'word' as const,
            centred: true,
            formula: (at: LineCells) => `=IF(${at.cell(CONCLUSION_HEAD)}="","系统研判","人工认定")`,
          },
        ]),
  ];
}
