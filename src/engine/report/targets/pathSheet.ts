import type { StockRow } from '../../allocate/targetStock';
import { noteLines, numberedNotes } from '../layout/noteLines';
import { officialTable, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { NewSheet } from '../../../sheet/sheet';
import { baseRange } from './targetBase';
import { targetGroundText } from './targetNotes';
import { sheetNames, townshipName, type TargetInput } from './targetInput';
import { columnName } from '../../../sheet/address';

/** The words under which rows without a path of their own are summed. */
const OPEN = '待研判';
const TOTAL = '合计';
const FIRST = 8;

/**
 * 表C 一地一策汇总 (target-sheet.md, 3): townships by path, parcels and 亩, as formulas over the base. `paths` are the policy's own
 * words, those that leave a parcel as it is left out; what is not decided is summed as 待研判.
 */
export function pathSheet(input: TargetInput, paths: readonly string[]): NewSheet {
  const heads = [...paths.filter((path) => path !== OPEN), OPEN];
  const names = [...new Set(input.rows.map(({ township }) => township))].toSorted(
    (a, b) => Number(a === '') - Number(b === ''),
  );
  const lines = names.map((name, index) => townshipLine(input, { name, heads, line: FIRST + index }));
  return officialTable({
    name: sheetNames(input).paths,
    attachment: '附件3',
    title: `${input.place}${String(input.year)}年度一地一策汇总表`,
    columns: columnsOf(heads),
    rows: [totalLine(lines), ...lines],
    totals: 1,
    notes: [
      ...numberedNotes([
        `取自“${sheetNames(input).base}”全部地块；“${OPEN}”含待核实和政策未定路径的地块。`,
        input.note,
      ]),
      ...noteLines('依据', input.grounds.slice(0, 1).map(targetGroundText)),
    ],
    fonts: input.fonts,
  });
}

function columnsOf(heads: readonly string[]): OfficialColumn[] {
  const pair = (parent: string): OfficialColumn[] => [
    { parent, head: '宗', width: 48, unit: '宗', kind: 'number', format: '#,##0' },
    { parent, head: '亩', width: 70, unit: '亩', kind: 'number', format: '#,##0.0' },
  ];
  return [{ head: '镇街', width: 110, kind: 'word' }, ...[...heads, TOTAL].flatMap(pair)];
}

function townshipLine(
  input: TargetInput,
  { name, heads, line }: { readonly name: string; readonly heads: readonly string[]; readonly line: number },
): OfficialCell[] {
  const own = input.rows.filter(({ township }) => township === name);
  const town = `${baseRange(input, 'township')},$A${String(line)}`;
  const paths = baseRange(input, 'path');
  const pairs = heads.flatMap((head): OfficialCell[] => {
    if (head === OPEN) return openPair(own, { input, town });
    const rows = own.filter(({ path }) => path === head);
    const where = `${town},${paths},"${head}"`;
    return [
      { value: rows.length, formula: `=COUNTIFS(${where})` },
      { value: areaOf(rows), formula: `=SUMIFS(${baseRange(input, 'area')},${where})` },
    ];
  });
  return [{ value: townshipName(name) }, ...pairs, ...sumPair(pairs, line)];
}

const areaOf = (rows: readonly StockRow[]) => rows.reduce((sum, { area }) => sum + (area || 0), 0);

/** What has no path yet: 待研判 itself, and whatever is still to be verified. */
function openPair(
  own: readonly StockRow[],
  { input, town }: { readonly input: TargetInput; readonly town: string },
): OfficialCell[] {
  const rows = own.filter(({ path }) => path === OPEN || isOpen(path));
  const paths = baseRange(input, 'path');
  const area = baseRange(input, 'area');
  const words = [`"${OPEN}"`, '"待核实*"', '""'];
  return [
    { value: rows.length, formula: `=${words.map((word) => `COUNTIFS(${town},${paths},${word})`).join('+')}` },
    { value: areaOf(rows), formula: `=${words.map((word) => `SUMIFS(${area},${town},${paths},${word})`).join('+')}` },
  ];
}

const isOpen = (path: string) => path === '' || path.startsWith('待核实');

function sumPair(pairs: readonly OfficialCell[], line: number): OfficialCell[] {
  return [0, 1].map((part): OfficialCell => {
    const cells = pairs.filter((_, index) => index % 2 === part);
    const names = cells.map((_, index) => `${columnName(1 + index * 2 + part)}${String(line)}`);
    return {
      value: cells.reduce((sum, { value }) => sum + Number(value), 0),
      formula: `=${names.join('+')}`,
    };
  });
}

function totalLine(lines: readonly (readonly OfficialCell[])[]): OfficialCell[] {
  const width = lines[0]?.length ?? 0;
  const last = FIRST + lines.length - 1;
  const sums = Array.from({ length: Math.max(0, width - 1) }, (_, index): OfficialCell => {
    const letter = columnName(index + 1);
    const value = lines.reduce((sum, line) => sum + Number(line[index + 1]?.value ?? 0), 0);
    return { value, formula: `=SUM(${letter}${String(FIRST)}:${letter}${String(last)})` };
  });
  return [{ value: '全市合计', look: { horizontal: 'Center' } }, ...sums];
}
