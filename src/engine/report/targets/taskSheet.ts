import type { PolicyTask, TaskList } from '../../policy/parts';
import { noteLines, numberedNotes } from '../layout/noteLines';
import { officialTable, type OfficialCell, type OfficialColumn } from '../layout/officialTable';
import type { NewSheet } from '../../../sheet/sheet';
import type { ExtraTable } from './rerunExtra';
import { targetGroundText } from './targetNotes';
import { sheetNames, type TargetGround } from './targetInput';

/** What a list of tasks is made of. */
export interface TaskInput {
  readonly year: number;
  readonly version: number;
  readonly list: TaskList;
}

/** 表B 任务清单 (target-sheet.md, 2), in 嘉定's four columns or 许昌's eight. */
export function taskSheet(input: TaskInput): NewSheet {
  const { year, list } = input;
  const { place, document, clause, status } = list;
  const ground: TargetGround = { document, clause, status, quote: '', gives: '任务' };
  const grouped = list.form === 'grouped';
  const told = list.tasks
    .filter(({ note }) => note !== '')
    .map(({ number, note }) => `第 ${String(number)} 项：${note}`);
  return officialTable({
    name: sheetNames(input).tasks,
    attachment: '附件2',
    title: grouped ? `${place}产业发展区域统筹任务分解表` : `${place}${String(year)}年度任务清单`,
    columns: grouped ? GROUPED : FOLLOWED,
    rows: grouped ? groupedRows(list.tasks) : list.tasks.map(followedRow),
    mergeDown: grouped ? [0, 1] : [],
    notes: [...numberedNotes(told), ...noteLines('依据', [targetGroundText(ground)])],
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

/** 嘉定's four columns have nothing to fill in. */
export const TASK_TABLE: ExtraTable = { columns: FOLLOWED, key: [1] };

/** The groups are numbered, and the tasks within their text, as in the annex. */
function groupedRows(tasks: readonly PolicyTask[]): OfficialCell[][] {
  const groups = [...new Set(tasks.map(({ group }) => group))];
  return tasks.map(({ number, group, task, detail, departments }) => [
    { value: groups.indexOf(group) + 1 },
    { value: group },
    { value: `${String(number)}、${task}${detail === '' ? '' : `。${detail}`}` },
    { value: departments },
  ]);
}

function followedRow({ number, task, departments, deadline, goal }: PolicyTask): OfficialCell[] {
  // 排首位的为牵头单位; the rest stays as the document lists it.
  // A mark inside brackets, 各县(市、区)政府, parts nothing.
  const at = departments.search(/[;；、,，](?![^(（]*[)）])/);
  const [lead, others] = at < 0 ? [departments, ''] : [departments.slice(0, at), departments.slice(at + 1)];
  const who = others === '' ? `牵头：${lead}` : `牵头：${lead}\n配合：${others}`;
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
