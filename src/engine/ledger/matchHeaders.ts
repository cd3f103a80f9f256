import type { Unit } from '../quantity/unit';
import { isBlank, type Cell } from './cell';
import { FIELDS, fieldOf, type Field, type FieldKind } from './fields';
import { matchName, type NameMatch } from './matchName';
import { parseHeader, plainText, withoutUnitBehind, type HeaderText } from './normalise';

/** What a column was understood as. `column` counts from 0 in the range of the headers. */
export interface ColumnMatch {
  readonly column: number;
  /** The header as the sheet has it, upper rows first, joined by "/". */
  readonly header: string;
  readonly field: Field;
  readonly confidence: NameMatch['confidence'];
  readonly unit?: Unit;
  readonly year?: number;
  readonly negated: boolean;
}

/** The columns understood, the best one for each field, and the columns that compete for a field without a clear best. */
export interface HeaderMatch {
  readonly columns: readonly (ColumnMatch | undefined)[];
  readonly byField: ReadonlyMap<string, ColumnMatch>;
  readonly doubts: readonly { readonly field: Field; readonly columns: readonly ColumnMatch[] }[];
  /** The bottom text of each column. */
  readonly texts: readonly string[];
  /** Every header row's texts, cleaned, for telling a header row that is repeated among the data. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Understands 1 to 3 header rows. Blanks in upper rows continue to the right, the bottom row's do not; a blank header
 * cell arrives as '', null or 0. The same matcher serves the functions and the pane (domain/paths.md, Fields).
 */
export function matchHeaders(headers: readonly (readonly Cell[])[]): HeaderMatch {
  const paths = headerPaths(headers);
  const columns = paths.map((path, column) => matchColumn(path, column));
  const byField = new Map<string, ColumnMatch>();
  const doubts: { field: Field; columns: ColumnMatch[] }[] = [];
  for (const field of FIELDS) {
    const rivals = columns.filter((match) => match?.field.id === field.id) as ColumnMatch[];
    if (rivals.length === 0) continue;
    const ranked = rivals.toSorted((a, b) => rank(b) - rank(a) || a.column - b.column);
    const [best, second] = ranked;
    if (best) byField.set(field.id, best);
    if (best && second && rank(best) === rank(second)) doubts.push({ field, columns: ranked });
  }
  const rows = headers.map((row) => paths.map((_, column) => plainText(headerText(row[column]))));
  return { columns, byField, doubts, texts: paths.map((path) => path.at(-1) ?? ''), rows };
}

/** Surer matches first, then the newest year, then 合计 among parts, then the likelier header text. */
function rank(match: ColumnMatch): number {
  const sure = { exact: 3, contains: 2, near: 1 }[match.confidence];
  const whole = /(?:合计|总计|小计|总面积)\)?$/.test(match.header) ? 1 : 0;
  const place = match.field.headers.findIndex((header) => match.header.includes(header));
  return sure * 1e6 + (match.year ?? 0) * 100 + whole * 50 - (place < 0 ? 40 : Math.min(place, 39));
}

function headerText(cell: Cell): string {
  return isBlank(cell) || cell === 0 ? '' : String(cell).trim();
}

/** For each column, its header texts from top to bottom, without blanks and repetitions. */
export function headerPaths(headers: readonly (readonly Cell[])[]): string[][] {
  const width = Math.max(0, ...headers.map((row) => row.length));
  const filled = headers.map((row, index) => continueRight(row, width, index < headers.length - 1));
  for (let row = 1; row < filled.length - 1; row++) stopAtGroups(filled, headers, row);
  return Array.from({ length: width }, (_, column) => {
    // A column that only lies under a neighbour's group has no name of its own.
    if (headers.every((row) => headerText(row[column]) === '')) return [];
    const texts = filled.map((row) => row[column] ?? '').filter((text) => text !== '');
    return texts.filter((text, index) => text !== texts[index - 1]);
  });
}

function continueRight(row: readonly Cell[], width: number, upper: boolean): string[] {
  const texts: string[] = [];
  for (let column = 0; column < width; column++) {
    const own = headerText(row[column]);
    texts.push(own === '' && upper ? (texts[column - 1] ?? '') : own);
  }
  return texts;
}

/** In a middle row a blank continues only inside the group above it. */
function stopAtGroups(filled: string[][], headers: readonly (readonly Cell[])[], row: number): void {
  const above = filled[row - 1] ?? [];
  const texts = filled[row] ?? [];
  let group = 0;
  texts.forEach((_, column) => {
    if (above[column] !== above[column - 1]) group = column;
    if (headerText(headers[row]?.[column]) !== '') return;
    const start = texts[column - 1];
    texts[column] = column > group ? (start ?? '') : '';
  });
}

function matchColumn(path: readonly string[], column: number): ColumnMatch | undefined {
  const parts = path.map(parseHeader).map(withUnitBehind);
  const named = parts.filter((part) => part.name !== '');
  const unit = parts.findLast((part) => part.unit !== undefined)?.unit;
  const year = parts.findLast((part) => part.year !== undefined)?.year;
  const match = matchParts(named, unit);
  if (!match) return undefined;
  const field = fieldFor(match.field, unit);
  if (!field) return undefined;
  return {
    column,
    header: path.join('/'),
    field,
    confidence: match.confidence,
    negated: match.negated,
    ...(unit && (unit.dimension !== 'other' || unit.text === '%') ? { unit } : {}),
    ...(year === undefined ? {} : { year }),
  };
}

/** 用地面积㎡ is 用地面积 in ㎡, unless a field has that very name. */
function withUnitBehind(part: HeaderText): HeaderText {
  if (matchName(part)?.confidence === 'exact') return part;
  const bare = withoutUnitBehind(part);
  return bare && matchName(bare) ? bare : part;
}

/** The bottom text alone, unless a parent makes it clearer: 用地/面积, 用地面积/合计, 建筑情况/面积. */
function matchParts(parts: readonly HeaderText[], unit: Unit | undefined): NameMatch | undefined {
  const bottom = parts.at(-1);
  if (!bottom) return undefined;
  const parent = parts.at(-2);
  const own = matchName(bottom);
  if (bottom.name === '面积' && unit?.text !== '亩') {
    const building = parts.some((part) => /建筑|厂房|房屋/.test(part.name));
    if (building) return { field: fieldOf('floorArea'), confidence: 'exact', negated: false };
  }
  if (own?.confidence === 'exact' || !parent) return own;
  const whole = /^(?:合计|小计|总计|总面积|总额|数值|金额|数据)$/.test(bottom.name) ? matchName(parent) : undefined;
  return whole ?? matchName(joined(parent, bottom)) ?? own ?? parentMatch(parts);
}

function joined(parent: HeaderText, child: HeaderText): HeaderText {
  return { name: parent.name + child.name, bracketed: parent.bracketed + child.bracketed };
}

/** 税收/2023年: the child is only a year, so its name is gone and the parent speaks. Anything else says what it is itself. */
function parentMatch(parts: readonly HeaderText[]): NameMatch | undefined {
  const bottom = parts.at(-1);
  return bottom && /^(?:年度?|全年|本年|当年)$/.test(bottom.name) && parts[0] ? matchName(parts[0]) : undefined;
}

const MONEY_PER_MU: Readonly<Record<string, string>> = {
  taxPaid: 'taxPerMu',
  revenue: 'revenuePerMu',
  valueAdded: 'valueAddedPerMu',
  fixedInvestment: 'investmentIntensity',
};
const EXPECTED: Partial<Record<FieldKind, readonly string[]>> = {
  area: ['area'],
  floor: ['area'],
  money: ['money'],
  perMu: ['perMu', 'money'],
};

/** A unit that contradicts the name decides: 税收(万元/亩) is 亩均税收; 税收(%) is neither. */
function fieldFor(field: Field, unit: Unit | undefined): Field | undefined {
  const expected = EXPECTED[field.kind];
  if (!unit || !expected || expected.includes(unit.dimension)) return field;
  const perMu = MONEY_PER_MU[field.id];
  return unit.dimension === 'perMu' && perMu ? fieldOf(perMu) : undefined;
}
