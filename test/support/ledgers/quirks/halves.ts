import type { Cell } from '../../../../src/engine/ledger/index';
import { columnOf, type Draft, type DraftColumn, type DraftLine } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { sharesOf } from './columns';

/** What changes lines, cells or units goes by the columns of one table. */
const PLAIN = [
  ...['layout', 'totals', 'groups', 'repeats', 'hiddenRows', 'blankRows', 'beside', 'unheaded', 'seq', 'headings'],
  ...['landCells', 'taxCells', 'nameCells', 'underHeader', 'taxUnit', 'sheetBefore', 'sheetAfter', 'notes'],
  ...['taxTree', 'landTree', 'taxBeside', 'landBeside', 'proof', 'hiddenColumn', 'taxWord', 'townshipCells'],
] as const;

function halves(name: string, weight: number, apply: Quirk['apply']): Quirk {
  return { name, family: 'structure', weight, takes: PLAIN, apply };
}

/** One ledger in two tables: the land of enterprises in one, their tax in another. */
export const HALVES: readonly Quirk[] = [
  halves('taxOnAnotherSheet', 2, (draft) => {
    const cells = taxTable(draft, draft.draw.chance(0.5) ? 'code' : 'name', turned(draft));
    const sheet = { name: draft.draw.one(['2023税收', '税务局导出', '入库明细']), cells };
    (draft.draw.chance(0.5) ? draft.before : draft.after).push(sheet);
  }),
  halves('furtherColumnsBelow', 2, (draft) => {
    draft.under.push(...[['续表'], ...taxTable(draft, 'name', draft.enterprises)]);
  }),
  halves('taxOfSomeElsewhere', 1, (draft) => {
    const [first, ...rest] = turned(draft);
    const cells = taxTable(draft, 'code', rest);
    draft.after.push({ name: '税收', cells: [...cells, ...foreign(cells)] });
    withoutTax(draft, (one) => one === first);
    draft.mayAsk.add('table');
    draft.tells.add('外地');
  }),
  halves('taxUnderOtherSpelling', 1, (draft) => {
    const respelt = turned(draft).map((one) => ({ ...one, name: otherSpelling(one.name) }));
    draft.after.push({ name: '税收', cells: taxTable(draft, 'name', respelt) });
    if (draft.enterprises.some(({ name }) => name.endsWith('有限责任公司'))) draft.tells.add('写法不同');
  }),
  halves('taxInSeveralRows', 1, (draft) => {
    const parts = turned(draft).flatMap((one) => sharesOf(one.tax, 2, one).map((tax) => ({ ...one, tax })));
    draft.after.push({ name: '税收', cells: taxTable(draft, 'code', parts) });
    draft.mustAsk.add('table');
  }),
  halves('parcelsBesideTax', 1, (draft) => {
    draft.after.push({ name: '税收', cells: taxTable(draft, 'code', turned(draft)) });
    draft.lines = draft.lines.flatMap((line, at) => inParcels(columnOf(draft, 'land'), line, at));
    draft.mayAsk.add('rows').add('table');
  }),
  halves('oneNameTwiceInTax', 1, (draft) => {
    const [twice] = draft.enterprises;
    if (!twice) return;
    const again = { ...twice, tax: rounded(twice.tax * 1.7) };
    draft.after.push({ name: '税收', cells: taxTable(draft, 'name', [again, ...turned(draft)]) });
    withoutTax(draft, (one) => one === twice);
    draft.mayAsk.add('table');
    draft.tells.add('对不准');
  }),
  halves('taxSheetPerTownship', 1, (draft) => {
    const [head = [], ...rows] = taxTable(draft, draft.draw.chance(0.5) ? 'code' : 'name', draft.enterprises);
    for (const township of new Set(draft.enterprises.map((one) => one.township))) {
      const own = rows.filter((_, at) => draft.enterprises[at]?.township === township);
      draft.after.push({ name: `税收（${township}）`, cells: [head, ...own] });
    }
  }),
  halves('taxSheetPerYear', 1, (draft) => {
    const cells = taxTable(draft, 'code', turned(draft));
    const last = cells[0]?.length ?? 0;
    const before = cells.map((row, at) => row.map((cell, column) => (column < last - 1 ? cell : yearBefore(cell, at))));
    draft.after.push({ name: '2022税收', cells: before }, { name: '2023税收', cells });
    draft.mayAsk.add('table').add('year').add('taxPaid');
  }),
  halves('energyOnAThirdSheet', 1, (draft) => {
    draft.after.push({ name: '税收', cells: taxTable(draft, 'code', turned(draft)) });
    const used = turned(draft).map((one, at): Cell[] => [one.name, 1200 + 317 * (at % 11)]);
    draft.before.push({ name: '供电公司', cells: [['用户名称', '年用电量（万千瓦时）'], ...used] });
  }),
  // Who is graded by another bureau; the policy goes by the grade.
  { ...halves('gradesOnAnotherSheet', 1, (draft) => gradesElsewhere(draft)), takes: [...PLAIN, 'grade'] },
];

function yearBefore(cell: Cell, at: number): Cell {
  if (typeof cell === 'number') return rounded(cell * (0.7 + 0.05 * (at % 9)));
  return String(cell).replace('2023', '2022');
}

function gradesElsewhere(draft: Draft): void {
  const grades = new Map(draft.enterprises.map((one) => [one, draft.draw.one(['A', 'B', 'C', 'D'])]));
  const rows = turned(draft).map((one, at): Cell[] => [at + 1, one.name, grades.get(one) ?? '']);
  const cells = [['序号', '企业名称', '综合评价等级'], ...rows];
  draft.after.push({ name: draft.draw.one(['评价结果', '经信局']), cells });
  draft.lines = draft.lines.map((line) => {
    const grade = line.of[0] && line.truth ? grades.get(line.of[0]) : undefined;
    return grade === undefined ? line : { ...line, truth: { ...line.truth, grade } };
  });
}

const turned = ({ enterprises, draw }: Draft): Enterprise[] => draw.some(enterprises, enterprises.length);

/** The tax is taken out of the ledger and put down in a table of its own, in 元 or 万元. */
function taxTable(draft: Draft, by: 'code' | 'name', of: readonly Enterprise[]): Cell[][] {
  const isYuan = draft.draw.chance(0.5);
  const code: DraftColumn = { key: 'code', header: ['统一社会信用代码'], cell: (one) => one.code };
  const own = draft.columns.filter(({ key }) => key !== 'tax' && key !== 'code');
  draft.columns = by === 'code' ? [...own.slice(0, 2), code, ...own.slice(2)] : own;
  const key = by === 'code' ? ['纳税人识别号', '纳税人名称'] : ['企业名称'];
  const head = [...key, '从业人数', `2023年入库税收（${isYuan ? '元' : '万元'}）`];
  const who = (one: Enterprise) => (by === 'code' ? [one.code, one.name] : [one.name]);
  const tax = (one: Enterprise) => (isYuan ? Math.round(one.tax * 10_000) : one.tax);
  return [head, ...of.map((one, at): Cell[] => [...who(one), 12 + 7 * (at % 9), tax(one)])];
}

/** A taxpayer from elsewhere, who has no land here. */
function foreign([head = []]: Cell[][]): Cell[][] {
  return [head.map((_, at) => ['91330683M00000001X', '外地商贸有限公司', 3, 88][at] ?? '')];
}

function withoutTax(draft: Draft, isMeant: (one: Enterprise) => boolean): void {
  draft.lines = draft.lines.map((line) =>
    line.of.some(isMeant) ? { ...line, truth: { ...line.truth, taxPaid: null } } : line,
  );
}

function otherSpelling(name: string): string {
  return name.endsWith('有限责任公司') ? name.replace('有限责任公司', '有限公司') : name;
}

/** Every third enterprise has two parcels, its name and code again on the second. */
function inParcels({ cell }: DraftColumn, line: DraftLine, at: number): DraftLine[] {
  const [one] = line.of;
  if (!one || at % 3 !== 0) return [line];
  const [first, second] = sharesOf(one.land, 2, one).map((land) => cell({ ...one, land }, at));
  return [
    { ...line, cells: { ...line.cells, land: first } },
    { kind: 'other', of: [], cells: { name: one.name, code: one.code, township: one.township, land: second } },
  ];
}
