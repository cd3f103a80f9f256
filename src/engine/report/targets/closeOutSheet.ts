import type { Day } from '../../quantity/day';
import { daySerial } from '../../quantity/daySerial';
import { officialTable, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { NewSheet } from '../../../sheet/sheet';
import type { ExtraTable } from './rerunExtra';
import { sheetNames, townshipName, type TargetInput } from './targetInput';

/** What a close-out list says of a parcel beside its row of the stock. */
export interface CloseOutLine {
  readonly row: number;
  /** 环保, 安全, 消防, 违建. */
  readonly problems: readonly string[];
  readonly measure: string;
  readonly deadline: Day | undefined;
  /** The deadline's words where no day can be read from them. */
  readonly deadlineText: string;
  readonly progress: string;
}

const COLUMNS: readonly OfficialColumn[] = [
  { head: '序号', width: 30, kind: 'number', format: '0' },
  { head: '地块编码', width: 84, kind: 'word' },
  { head: '企业', width: 120, kind: 'word' },
  { head: '镇街', width: 70, kind: 'word' },
  { head: '问题清单（环/安/消/违）', width: 70, kind: 'word', centred: true },
  { head: '面积（亩）', width: 50, unit: '亩', kind: 'number', format: '#,##0.0' },
  { head: '措施', width: 76, kind: 'word' },
  { head: '牵头单位', width: 90, kind: 'word' },
  { head: '时限', width: 92, kind: 'number', format: 'yyyy-mm-dd' },
  { head: '进展', width: 90, kind: 'word', open: true },
  { head: '验收日期', width: 62, kind: 'number', format: 'yyyy-mm-dd', open: true },
  { head: '销号日期', width: 62, kind: 'number', format: 'yyyy-mm-dd', open: true },
];
/** Parcels without a code are told apart by their enterprise and township. */
export const CLOSE_OUT_TABLE: ExtraTable = { columns: COLUMNS, key: [1, 2, 3] };
const FIRST = 7;
const OVERDUE = '#C00000';

/**
 * 表D 销号台账 (target-sheet.md, 4): the inefficient parcels with their measure and deadline. Those overdue on the last day that counts
 * are red, and marked in words for black and white.
 */
export function closeOutSheet(input: TargetInput, lines: readonly CloseOutLine[]): NewSheet {
  const listed = input.rows.filter(({ counted }) => counted === true);
  const byRow = new Map(lines.map((line) => [line.row, line]));
  const { to } = input.counting;
  const rows = listed.map((row, index) => lineOf(row, byRow.get(row.row), { number: index + 1, to }));
  return officialTable({
    name: sheetNames(input).closeOut,
    attachment: '附件4',
    title: `${input.place}${String(input.year)}年度低效工业用地处置销号台账`,
    columns: COLUMNS,
    info: summary(input, { rows, listed: listed.map((row) => byRow.get(row.row)) }),
    rows,
    notes: [`注：应销为时限不晚于截止日的宗数；超期的标红并在时限后注“（超期）”。${input.note}`],
    fonts: input.fonts,
  });
}

function lineOf(
  row: TargetInput['rows'][number],
  line: CloseOutLine | undefined,
  { number, to }: { readonly number: number; readonly to: Day },
): OfficialCell[] {
  const { closing } = row;
  const isOverdue =
    line?.deadline !== undefined && line.deadline < to && !(closing.kind === 'day' && closing.day <= to);
  const red = isOverdue ? { look: { fontColor: OVERDUE } } : {};
  const deadline = line?.deadline === undefined ? line?.deadlineText || '—' : daySerial(line.deadline);
  const late = isOverdue ? { look: { fontColor: OVERDUE, numberFormat: 'yyyy-mm-dd"（超期）"' } } : {};
  const word = (value: string): OfficialCell => ({ value: value === '' ? '—' : value, ...red });
  return [
    { value: number, ...red },
    word(row.key),
    word(row.enterprise),
    word(townshipName(row.township)),
    word((line?.problems ?? []).join('、')),
    { value: row.area > 0 ? row.area : '—', ...red },
    word(line?.measure ?? ''),
    word(row.leadDepartment),
    { value: deadline, ...late },
    { value: line?.progress ?? '', ...red },
    { value: '' },
    { value: closing.kind === 'day' ? daySerial(closing.day) : '' },
  ];
}

/** 应销, those of them 已销, and 销号率 as of the day, from the list's own columns. */
function summary(
  input: TargetInput,
  {
    rows,
    listed,
  }: { readonly rows: readonly OfficialCell[][]; readonly listed: readonly (CloseOutLine | undefined)[] },
) {
  const last = FIRST + Math.max(1, rows.length) - 1;
  const range = (letter: string) => `$${letter}$${String(FIRST)}:$${letter}$${String(last)}`;
  const until = daySerial(input.counting.to);
  const isDue = (line: CloseOutLine | undefined) => line?.deadline !== undefined && line.deadline <= input.counting.to;
  const isClosed = (row: readonly OfficialCell[] | undefined) =>
    typeof row?.[11]?.value === 'number' && row[11].value <= until;
  const due = listed.filter(isDue).length;
  // One that is closed before its deadline has come is not yet asked for, and makes up for none that is.
  const closed = listed.filter((line, index) => isDue(line) && isClosed(rows[index])).length;
  const label = (from: number, to: number, value: string) => ({
    from,
    to,
    cell: { value, look: { horizontal: 'Right' as const } },
  });
  const number = (at: number, value: number | string, formula: string, numberFormat: string) => ({
    from: at,
    to: at,
    cell: { value, formula, look: { horizontal: 'Left' as const, numberFormat } },
  });
  return [
    label(0, 1, '截止日：'),
    {
      from: 2,
      to: 2,
      cell: { value: until, look: { horizontal: 'Left' as const, numberFormat: 'yyyy"年"m"月"d"日"', locked: false } },
    },
    label(3, 3, '应销（宗）：'),
    number(4, due, `=COUNTIF(${range('I')},"<="&N($C$4))`, '0'),
    label(5, 6, '其中已销（宗）：'),
    number(7, closed, `=COUNTIFS(${range('I')},"<="&N($C$4),${range('L')},"<="&N($C$4))`, '0'),
    label(8, 9, '销号率：'),
    number(10, due === 0 ? '—' : closed / due, '=IF(N($E$4)=0,"—",$H$4/$E$4)', '0.0%'),
  ];
}
