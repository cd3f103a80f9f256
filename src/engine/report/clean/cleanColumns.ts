import { numberAt, textAt } from '../../column/verbs';
import type { Judged, Judgement } from '../../assess/judge';
import { fieldsRead } from '../../assess/readings';
import { fieldOf } from '../../ledger/fields';
import { readDate } from '../../ledger/date';
import type { Ledger } from '../../ledger/readLedger';
import type { PackField } from '../../policy/pack';
import { daySerial } from '../../quantity/daySerial';
import { wordIn } from '../../rule/truthAt';
import { ALWAYS, type CleanColumn } from './cleanColumn';
import { judgedOf, type CleanLedgerInput } from './cleanLedgerInput';
import { gradeColumns, gradePlaces } from './gradeShown';
import { decisionColumns } from './decisionColumns';
import { CHANGED } from './heldLedger';
import { FIRST_PARAMETER_COLUMN } from './parameterBlocks';
import type { SheetCell, SheetFormat } from '../../../sheet/sheet';
import { columnsByName, FormulaColumns, type LedgerFormulas } from './ledgerFormulas';
import { townshipReader } from './townshipName';
import { chainFormula } from '../verdict/tierChain';
import { UNREAD, NAMES, verdictInWords } from '../verdict/verdictCells';
import { cellName, fixedCell } from '../../../sheet/address';
import { linkTo, rowName } from '../../../sheet/whereCellsStand';
import { quoted } from '../../../formula/quoted';
import { known } from '../../../sheet/known';

/** Where things stand on the new sheet, rows from 0. */
interface Layout {
  readonly top: number;
  readonly parameterRow: number;
  readonly formulas: LedgerFormulas;
}

const KEYS = ['creditCode', 'parcelId'] as const;
/** The fields that have columns of their own on every clean ledger; personal columns are in no list here. */
const BASE = [...KEYS, 'enterprise', 'township', 'landArea', 'taxPaid', 'grade'] as const;
const AREA_PARTS = ['ownedArea', 'rentedInArea', 'rentedOutArea'] as const;
/** Dates that a ledger may have, whatever the policy reads. */
const DATES = ['approvedOn', 'plannedStart', 'actualStart', 'deadline', 'closedOutOn'] as const;
const AT = { area: 4, tax: 5, perMu: 6 } as const;

const WORD: SheetFormat = { horizontal: 'Center', columnWidth: 72 };
const DATE: SheetFormat = { numberFormat: 'yyyy-mm-dd', horizontal: 'Center', columnWidth: 72 };
const AMOUNT: SheetFormat = { numberFormat: '#,##0.00', columnWidth: 80 };

/** The columns of the clean ledger from left to right, the source cells as they were read last. */
export function cleanColumns(input: CleanLedgerInput, layout: Layout): CleanColumn[] {
  const { ledger, tiers, paths, grades } = input;
  const policy = judgedOf(input);
  const read = [...baseColumns(input), ...(policy ? policyColumns(policy) : []), ...dateColumns(ledger, policy)].map(
    (one) => linked(one, input),
  );
  const decisions = input.decided === true ? decisionColumns(input, read.length) : [];
  const watched = watchedColumns(ledger, policy);
  const firstGrade = read.length + (tiers ? 1 : 0) + (paths ? 1 : 0);
  const first = firstGrade + (grades ? gradePlaces(grades.grading).length : 0) + decisions.length + 1;
  const own = policy && formulaColumns(policy, layout, { read, firstGrade, firstHelper: first + watched.length });
  const shown = read.map((column) =>
    column.field === 'outputLevel' && own?.level ? follows(column, own.level) : column,
  );
  const verdicts = [
    ...(tiers ? [tierColumn(tiers, input, { ...layout, own })] : []),
    ...(paths ? [pathColumn(paths, input, own)] : []),
    ...(grades ? gradeColumns(grades, input.unresolved, own) : []),
  ];
  return [
    ...shown,
    ...verdicts,
    ...decisions,
    changeColumn(input, watched, first),
    ...watched.map((at) => asRead(input, at)),
    ...(own?.columns ?? []),
  ];
}

function formulaColumns(
  policy: Judged,
  { formulas, top, parameterRow }: Layout,
  given: { readonly read: readonly CleanColumn[]; readonly firstGrade: number; readonly firstHelper: number },
): FormulaColumns {
  const rows = policy.ledger.kinds.filter((kind) => kind === 'data').length;
  const { read, firstGrade, firstHelper } = given;
  const { grading } = policy.context.policy.pack;
  const places = (grading ? gradePlaces(grading) : []).map((name, at) => [name, firstGrade + at] as const);
  const columnOf = new Map([...columnsByName(read, { at: AT, judgement: policy }), ...places]);
  return new FormulaColumns(formulas, { top, rows, parameterRow, columnOf, firstHelper });
}

/** The same column, calculated. */
function follows({ header, format }: CleanColumn, formula: NonNullable<CleanColumn['formula']>): CleanColumn {
  return { header, format, formula, follows: ALWAYS };
}

function baseColumns(input: CleanLedgerInput): CleanColumn[] {
  const { ledger, standing } = input;
  const word = (id: string) => (row: number) => textAt(ledger, id, row) ?? '';
  const key = (row: number) => textAt(ledger, 'creditCode', row) ?? textAt(ledger, 'parcelId', row);
  const policy = judgedOf(input);
  const grade = policy?.context.policy.pack.fields.find(({ field }) => field === 'grade');
  return [
    { header: '键', format: { columnWidth: 135 }, value: (row) => key(row) ?? rowName(standing, row) },
    sourceRow(standing),
    { header: '企业名称', field: 'enterprise', format: { columnWidth: 190 }, value: word('enterprise') },
    { header: '区镇', field: 'township', format: { columnWidth: 90 }, value: townshipReader(ledger, meansOf(policy)) },
    {
      header: '面积（亩）',
      field: 'landArea',
      format: AMOUNT,
      value: (row) => known(numberAt(ledger, 'landArea', row)),
    },
    {
      header: '税收（万元）',
      field: 'taxPaid',
      format: AMOUNT,
      value: (row) => known(numberAt(ledger, 'taxPaid', row)),
    },
    { header: '亩均税收（万元/亩）', format: AMOUNT, formula: (_, line) => perMuFormula(line), follows: ALWAYS },
    {
      header: '等级',
      field: 'grade',
      format: WORD,
      value: policy && grade ? (row) => readingAt(policy, grade.name, row) : word('grade'),
    },
  ];
}

/** The names that the column 区镇 shows, in the order of the rows. */
export function townshipsShown(input: CleanLedgerInput): readonly string[] {
  const { ledger } = input;
  const name = townshipReader(ledger, meansOf(judgedOf(input)));
  const names = ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [name(row)] : []));
  return [...new Map(names.filter((own) => own !== '').map((own) => [own.toUpperCase(), own])).values()];
}

/** Rows of several sheets are told by their sheet too. */
function sourceRow({ sheets, label }: CleanLedgerInput['standing']): CleanColumn {
  const columnWidth = sheets.length > 1 ? 110 : 50;
  return { header: '来源行', format: { horizontal: 'Center', columnWidth }, value: label };
}

/** Whether the policy takes means over townships. */
function meansOf(policy: Judged | undefined): boolean {
  return policy?.context.policy.pack.fields.some(({ derive }) => derive === 'outputLevel') ?? false;
}

/** A copy's clean ledger follows its source cells where a classic formula can. */
function linked(column: CleanColumn, { link, ledger }: CleanLedgerInput): CleanColumn {
  const { field } = column;
  const first = ledger.kinds.indexOf('data');
  if (!link || field === undefined || link(field, first) === undefined) return column;
  return { ...column, formula: (row) => link(field, row) ?? '' };
}

function perMuFormula(line: number): string {
  const [area, tax] = [cellName(line, AT.area), cellName(line, AT.tax)];
  return `=IF(OR(${area}="",${tax}=""),"",ROUND(${tax}/${area},9))`;
}

/** The policy's other fields in its own words, blanks read as it says. */
function policyColumns(judgement: Judged): CleanColumn[] {
  const { pack } = judgement.context.policy;
  const others = pack.fields.filter((own) => !(BASE as readonly string[]).includes(own.field) || isReadAnew(own));
  return others.map(({ name, field, words, derive }) => ({
    header: name,
    // The policy's own word is not what the cell says: a link would bring the cell.
    ...((words ?? derive === 'isBlank') ? {} : { field }),
    format: fieldOf(field).kind === 'date' && derive !== 'isBlank' ? DATE : WORD,
    value: (row) => {
      const isText = !words && derive !== 'isBlank' && ['text', 'code'].includes(fieldOf(field).kind);
      return isText ? (textAt(judgement.ledger, field, row) ?? '') : readingAt(judgement, name, row);
    },
  }));
}

/** A column that every clean ledger has as it stands, which the policy reads in words of its own or by another name. */
function isReadAnew({ name, field, words, derive }: PackField): boolean {
  if (derive === 'isBlank') return true;
  const isKept = ['taxPaid', 'landArea', 'grade'].includes(field);
  return !isKept && (words !== undefined || (name !== '区镇' && name !== '企业名称'));
}

/** True dates of the columns that the ledger has and the policy has no column for. */
function dateColumns(ledger: Ledger, policy: Judged | undefined): CleanColumn[] {
  const known = policy?.context.policy.pack.fields.map(({ field }) => field) ?? [];
  const dates = DATES.filter((id) => ledger.headers.byField.has(id) && ledger.columns.has(id) && !known.includes(id));
  return dates.map((field) => ({
    ...{ header: fieldOf(field).label, field, format: DATE },
    value: (row) => dayOfRow(ledger, field, row),
  }));
}

/** A day as a spreadsheet keeps it; what is no single day stays as the ledger has it. */
function dayOfRow(ledger: Ledger, field: string, row: number): SheetCell {
  const word = textAt(ledger, field, row);
  if (word === undefined) return '';
  const reading = readDate(word);
  return reading.kind === 'value' && reading.value.other === undefined ? daySerial(reading.value.day) : word;
}

function readingAt({ readings: { table } }: Judged, name: string, row: number): SheetCell {
  const words = table.readings.get(name)?.words;
  // Where a blank says something of its own, a cell that could not be read must not look blank.
  if (words) return wordIn(table, name, row) ?? (words.includes('') ? UNREAD : '');
  return known(table.readings.get(name)?.values[row]);
}

function pathColumn(paths: Judgement, input: CleanLedgerInput, own: FormulaColumns | undefined): CleanColumn {
  const column = { header: '路径', format: { columnWidth: 90 } };
  const formula = own?.verdict('paths');
  return formula ? { ...column, formula, follows: ALWAYS } : { ...column, value: verdictIn(paths, input) };
}

function tierColumn(
  tiers: Judgement,
  input: CleanLedgerInput,
  { formulas: { chain, parameters }, parameterRow, own }: Layout & { readonly own: FormulaColumns | undefined },
): CleanColumn {
  const column = { header: '档位', format: { columnWidth: 90 } };
  const formula = own?.verdict('tiers');
  if (!chain) return formula ? { ...column, formula, follows: ALWAYS } : { ...column, value: verdictIn(tiers, input) };
  const lineCell = (name: string) => {
    const at = parameters.findIndex(({ cell }) => cell === NAMES.value(name));
    return fixedCell(parameterRow + 1, FIRST_PARAMETER_COLUMN + at);
  };
  const order = tiers.context.policy.pack.fields.map(({ field }) => field);
  const missing = (...fields: readonly string[]) =>
    quoted(
      input.unresolved(
        fields.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map((field) => fieldOf(field).label),
      ),
    );
  return {
    ...column,
    follows: ALWAYS,
    formula: (_, line) => {
      const [area, tax, perMu] = [AT.area, AT.tax, AT.perMu].map((at) => cellName(line, at));
      const one = `IF(${tax}="",${missing('taxPaid')},${missing('landArea')})`;
      const both = `IF(AND(${area}="",${tax}=""),${missing('taxPaid', 'landArea')},${one})`;
      return `=IF(${perMu}="",${both},${chainFormula(chain, perMu ?? '', lineCell)})`;
    },
  };
}

function verdictIn(judgement: Judgement, { unresolved }: CleanLedgerInput): (row: number) => string {
  return (row) => verdictInWords(judgement, row, unresolved);
}

/** The columns of the source that the clean row was read from, by position in the table. */
function watchedColumns({ headers, columns: columnsOfLedger }: Ledger, policy: Judged | undefined): number[] {
  const parts = headers.byField.has('landArea') ? [] : AREA_PARTS;
  const fields = [...BASE, ...parts, ...DATES, ...(policy ? fieldsRead(policy.context.policy.pack) : [])].filter(
    (id) => ((DATES as readonly string[]).includes(id) ? columnsOfLedger.has(id) : true),
  );
  const columns = fields.map((id) => headers.byField.get(id)?.column).filter((column) => column !== undefined);
  return [...new Set(columns)].toSorted((a, b) => a - b);
}

/**
 * EXACT tells a blank from 0 and turns both sides into text in the same way, so that the spreadsheet's own number format does
 * not matter. An error in the source is unchanged where an error was read.
 */
function changeColumn(input: CleanLedgerInput, watched: readonly number[], own: number): CleanColumn {
  const { cell } = input.standing;
  const isBelow = (row: number, next: number) =>
    watched.every((column) => {
      const [above, below] = [cell(row, column), cell(next, column)];
      if (!above || !below) return above === below;
      return below.row === above.row + 1 && below.sheet === above.sheet && below.column === above.column;
    });
  return {
    header: CHANGED,
    format: WORD,
    follows: isBelow,
    formula: (row, line) => {
      const same = watched.flatMap((column, index) => {
        const [now, then] = [linkTo(input.standing, row, column), cellName(line, own + index)];
        return now === undefined ? [] : [`IFERROR(EXACT(${now},${then}),LEFT(${then},1)="#")`];
      });
      return same.length === 0 ? '' : `=IF(AND(${same.join(',')}),"","已变")`;
    },
  };
}

function asRead({ ledger, rows, standing }: CleanLedgerInput, column: number): CleanColumn {
  const header = ledger.headers.texts[column] ?? '';
  const value = (row: number) => (standing.held ? standing.held(row, column) : rows[row]?.[column]) ?? '';
  return { header: `原值：${header}`, format: { fontColor: '#595959', columnWidth: 72 }, value };
}
