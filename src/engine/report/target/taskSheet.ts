import { noteLines } from '../layout/noteLines';
import { officialTable, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { SheetModel } from '../sheet';
import { groundText } from './targetNotes';
import { sheetNames, type TargetGround } from './targetInput';

/** A task as its document says it, to the letter. */
export interface TaskLine {
  readonly number: number;
  /** 重点工作, the group it stands in; '' where the document has no groups. */
  readonly group: string;
  readonly task: string;
  /** What is to be done, where the document says it apart from the task's name. */
  readonly detail: string;
  /** The first one leads. */
  readonly departments: readonly string[];
  readonly deadline: string;
  /** A number that the task sets, in the document's words. */
  readonly goal: string;
}

/** What a list of tasks is made of. */
export interface TaskInput {
  readonly place: string;
  readonly year: number;
  readonly version: number;
  readonly tasks: readonly TaskLine[];
  readonly grounds: readonly TargetGround[];
  /** With groups: 序号 重点工作 主要任务 牵头部门 and no more, as 嘉定's annex has it. */
  readonly form: 'grouped' | 'followed';
}

/** 表B 任务清单 (target-sheet.md, 2), in 嘉定's four columns or 许昌's eight. */
export function taskSheet(input: TaskInput): SheetModel {
  const { place, year, grounds, form } = input;
  const grouped = form === 'grouped';
  return officialTable({
    name: sheetNames(input).tasks,
    attachment: '附件2',
    title: grouped ? `${place}产业发展区域统筹任务分解表` : `${place}${String(year)}年度任务清单`,
    columns: grouped ? GROUPED : FOLLOWED,
    rows: grouped ? groupedRows(input.tasks) : input.tasks.map(followedRow),
    totals: 0,
    ...(grouped ? { mergeDown: [0, 1] } : {}),
    notes: noteLines('依据', grounds.map(groundText)),
    signed: !grouped,
  });
}

const GROUPED: readonly OfficialColumn[] = [
  { head: '序号', width: 40, kind: 'number', format: '0' },
  { head: '重点工作', width: 110, kind: 'word', centred: true },
  { head: '主要任务', width: 420, kind: 'word' },
  { head: '牵头部门', width: 150, kind: 'word' },
];

const FOLLOWED: readonly OfficialColumn[] = [
  { head: '序号', width: 32, kind: 'number', format: '0' },
  { head: '任务', width: 150, kind: 'word' },
  { head: '责任单位（牵头/配合）', width: 190, kind: 'word' },
  { head: '完成时限', width: 120, kind: 'word' },
  { head: '量化目标', width: 90, kind: 'word' },
  { head: '进展', width: 90, kind: 'word', open: true },
  { head: '完成情况（√）', width: 50, kind: 'word', centred: true, open: true },
  { head: '备注', width: 60, kind: 'word', open: true },
];

/** The groups are numbered, and the tasks within their text, as in the annex. */
function groupedRows(tasks: readonly TaskLine[]): OfficialCell[][] {
  const groups = [...new Set(tasks.map(({ group }) => group))];
  return tasks.map(({ number, group, task, detail, departments }) => [
    { value: groups.indexOf(group) + 1 },
    { value: group },
    { value: `${String(number)}、${task}${detail === '' ? '' : `。${detail}`}` },
    { value: departments.join('、') },
  ]);
}

function followedRow({ number, task, departments, deadline, goal }: TaskLine): OfficialCell[] {
  const [lead = '', ...others] = departments;
  const who = others.length === 0 ? `牵头：${lead}` : `牵头：${lead}\n配合：${others.join('、')}`;
  return [
    { value: number },
    { value: task },
    { value: lead === '' ? '—' : who },
    { value: deadline === '' ? '—' : deadline },
    { value: goal === '' ? '—' : goal },
    { value: '' },
    { value: '' },
    { value: '' },
  ];
}
