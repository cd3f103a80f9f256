import { NO_LINE } from '../../policy/parameterValue';
import { numberAt, textAt } from '../../column/verbs';
import { townshipAt } from '../../assess/townshipMeans';
import { verdictAt, type Judged, type Judgement } from '../../assess/judge';
import { fieldOf } from '../../ledger/fields';
import { isDayField, TAX_PER_MU } from '../../policy/fieldWords';
import {
  all,
  any,
  binary,
  call,
  cell,
  number,
  range,
  text,
  when,
  type FormulaTree,
  type FormulaValue,
} from '../../rule/formula/formulaTree';
import { plainReading, type ReadingCells, type RuleCells } from '../../rule/formula/conditionFormula';
import { wordIn } from '../../rule/truthAt';
import { known } from '../../../sheet/known';

/** What a cell says where a blank would mean something of its own and the field is missing all the same. */
export const UNREAD = '待核实';

/** Names of the cells that a formula of a verdict may use, besides readings by their own names and values. */
export const NAMES = {
  value: (name: string) => `value ${name}`,
  township: (name: string) => `产出线 ${name}`,
  group: 'group',
  ownLevel: 'own level',
  levelLine: 'level line',
} as const;

/** The cells of a judgement's readings: what a formula refers to, and what each holds in a row. */
export interface VerdictCells {
  readonly rule: RuleCells;
  /** What a named cell holds in a row of the ledger. */
  readonly valueAt: (name: string, row: number) => FormulaValue;
  readonly columnOf: (name: string) => readonly FormulaValue[];
  /** Formulas of 产出线 and 产出水平, where the policy derives it and the averages are of this very ledger. */
  readonly level?: { readonly line: FormulaTree; readonly level: FormulaTree };
}

const TAX = '税收';
const AREA = '面积';

/** The cells that the formulas of a judgement stand on. */
export function verdictCells(judgement: Judged): VerdictCells {
  const { readings, ledger, context } = judgement;
  const { pack, outputLines } = context.policy;
  const output = pack.fields.find(({ derive }) => derive === 'outputLevel');
  const derived = output && (context.cohort === undefined || context.cohort === ledger) ? output : undefined;
  const valueAt = (name: string, row: number) => valueIn(judgement, name, row);
  const townships = [...outputLines.keys()].filter((name) => name !== '');
  const grade = pack.fields.find(({ field }) => field === 'grade')?.name;
  return {
    rule: {
      value: (name) => cell(NAMES.value(name)),
      reading: (name) => readingCells(judgement, name),
    },
    valueAt,
    columnOf: (name) => ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [valueAt(name, row)] : [])),
    ...(derived && readings.output
      ? {
          level: {
            line: lineFormula({
              townships,
              general: outputLines.has(''),
              averages: context.cohort !== undefined,
              grade,
            }),
            level: levelFormula(grade),
          },
        }
      : {}),
  };
}

function readingCells({ context, readings }: Judged, name: string): ReadingCells {
  const { pack } = context.policy;
  const { bands } = pack;
  if (name === TAX_PER_MU) {
    const lacks = [TAX, AREA].map((label) => ({ label, when: isBlank(label) }));
    return { value: cell(name), isMissing: isBlank(name), lacks };
  }
  if (bands && readings.bands && (name === bands.floor || name === bands.ceiling)) {
    const key = name === bands.floor ? 'floor' : 'ceiling';
    const label = labelOf(pack.fields, bands.field);
    const lines = bands.groups.reduceRight<FormulaTree>(
      (rest, group) => when(binary(cell(NAMES.group), '=', text(group.name)), cell(NAMES.value(group[key])), rest),
      text(''),
    );
    const isMissing = isBlank(NAMES.group);
    return { value: lines, isMissing, lacks: [{ label, when: isMissing }] };
  }
  const field = pack.fields.find((own) => own.name === name);
  if (field?.derive === 'outputLevel') return levelReading(name);
  // A day that has not come is a day; only words have a blank of their own.
  const isOwnBlank = field?.whenBlank === 'blank' && !isDayField(field);
  return plainReading(name, labelOf(pack.fields, name), isOwnBlank ? UNREAD : '');
}

function labelOf(fields: Judged['context']['policy']['pack']['fields'], name: string): string {
  const field = fields.find((own) => own.name === name)?.field;
  return field === undefined ? name : fieldOf(field).label;
}

const isBlank = (name: string): FormulaTree => binary(cell(name), '=', text(''));
const isThere = (name: string): FormulaTree => binary(cell(name), '<>', text(''));

/** 产出水平 is missing for want of a line, which is named as 等级, or of the reading that the line is held against. */
function levelReading(name: string): ReadingCells {
  const unread = isBlank(name);
  const noLine = isBlank(NAMES.levelLine);
  const lacking = (label: string) => ({ label, when: all(unread, isThere(NAMES.levelLine), isBlank(label)) });
  return {
    value: cell(name),
    isMissing: unread,
    lacks: [{ label: '等级', when: all(unread, noLine) }, lacking(TAX), lacking(AREA)],
  };
}

interface Lines {
  readonly townships: readonly string[];
  readonly general: boolean;
  readonly averages: boolean;
  readonly grade: string | undefined;
}

/** The 产出线 of a row's township, the general one, else Σ税收/Σ面积 of its township over at least two rows (domain/paths.md). */
function lineFormula({ townships, general, averages, grade }: Lines): FormulaTree {
  const told = any(isThere(NAMES.ownLevel), ...(grade === undefined ? [] : graded(grade, ['A', 'B', 'C', 'D'])));
  const criteria = [range('区镇'), cell('区镇'), range(AREA), text('>0'), range(TAX), text('>-1E+300')];
  const mean = binary(call('SUMIFS', range(TAX), ...criteria), '/', call('SUMIFS', range(AREA), ...criteria));
  const enough = all(isThere('区镇'), binary(call('COUNTIFS', ...criteria), '>=', number(2)));
  const last = general ? cell(NAMES.township('')) : averages ? when(enough, mean, text('')) : text('');
  const line = townships.reduceRight<FormulaTree>(
    (rest, name) => when(binary(cell('区镇'), '=', text(name)), cell(NAMES.township(name)), rest),
    last,
  );
  return when(told, text(''), line);
}

function graded(name: string, grades: readonly string[]): FormulaTree[] {
  return grades.map((grade) => binary(cell(name), '=', text(grade)));
}

/** Strictly less than the line, but for binary noise, is 低 (assess/outputLevel). */
function levelFormula(grade: string | undefined): FormulaTree {
  const line = cell(NAMES.levelLine);
  const gap = binary(line, '-', binary(cell(TAX), '/', cell(AREA)));
  const low = binary(gap, '>', binary(number(1e-12), '*', call('ABS', line)));
  const byLine = when(
    any(isBlank(NAMES.levelLine), isBlank(TAX), isBlank(AREA)),
    text(''),
    when(low, text('低'), text('高')),
  );
  const byGrade =
    grade === undefined
      ? byLine
      : when(
          any(...graded(grade, ['A', 'B'])),
          text('高'),
          when(any(...graded(grade, ['C', 'D'])), text('低'), byLine),
        );
  return when(isThere(NAMES.ownLevel), cell(NAMES.ownLevel), byGrade);
}

function valueIn(judgement: Judged, name: string, row: number): FormulaValue {
  const { readings, ledger, context } = judgement;
  const { values, outputLines, pack } = context.policy;
  if (name.startsWith(NAMES.value(''))) return parameterCell(values.get(name.slice(NAMES.value('').length)));
  if (name.startsWith(NAMES.township(''))) return outputLines.get(name.slice(NAMES.township('').length)) ?? '';
  if (name === NAMES.group) return readings.bands?.group[row]?.name ?? '';
  if (name === NAMES.ownLevel) return textAt(ledger, 'outputLevel', row) ?? '';
  if (name === '区镇') return townshipAt(ledger, row) ?? '';
  if (name === TAX || name === AREA) return known(numberAt(ledger, name === TAX ? 'taxPaid' : 'landArea', row));
  const reading = readings.table.readings.get(name);
  if (!reading?.words) return textOfField(judgement, name, row) ?? known(reading?.values[row] ?? NaN);
  const word = wordIn(readings.table, name, row);
  const isBlankField = pack.fields.find((field) => field.name === name)?.whenBlank === 'blank';
  return word ?? (isBlankField ? UNREAD : '');
}

/** What a column of free text says, of which the policy knows no words. */
function textOfField({ ledger, context }: Judged, name: string, row: number): string | undefined {
  const field = context.policy.pack.fields.find((own) => own.name === name);
  const isText = field && !field.words && ['text', 'code'].includes(fieldOf(field.field).kind);
  return isText ? (textAt(ledger, field.field, row) ?? '') : undefined;
}

/** A policy's value as its parameter cell holds it. */
export function parameterCell(value: number | undefined): number | string {
  if (value === undefined || Number.isNaN(value)) return '';
  // Any number is below a text.
  return Number.isFinite(value) ? value : NO_LINE;
}

/** The text that a row's verdict is, in the words given for what is missing. */
export function verdictInWords(
  judgement: Judgement,
  row: number,
  unresolved: (missing: readonly string[]) => string,
): string {
  const verdict = verdictAt(judgement, row);
  if (verdict.kind === 'answer') return verdict.answer;
  return verdict.kind === 'unresolved' ? unresolved(verdict.missing) : '';
}
