import { policyLists } from '../../policy/policyLists';
import { daySerial } from '../../quantity/daySerial';
import type { ViewInput } from './listInput';
import type { HeadFigure, TotalLine, ViewColumn } from './list';
import { dayFigure } from './listSheet';

/** The sheet's title: 嵊州市工业用地底数清单. */
export const titled = ({ place }: ViewInput, name: string) => `${place}${name}`;

/** The sheet's title with its year: 太仓市2024年度推进计划. */
export const yearTitled = ({ place, year }: ViewInput, name: string) => `${place}${String(year)}${name}`;

/** 截止日: the base date where there is one, else a blank cell to fill. */
export const asOfFigure = ({ asOf }: ViewInput): HeadFigure => dayFigure(asOf === undefined ? '' : daySerial(asOf));

/** Drops what is not there. */
export const flatColumns = (...columns: readonly (ViewColumn | readonly ViewColumn[])[]): readonly ViewColumn[] =>
  columns.flat();

/** 合计, and a line for each word of a column. */
export function totalLines(head: string, words: readonly string[]): TotalLine[] {
  return [{ label: '合计', where: [] }, ...words.map((label) => ({ label, where: [{ head, is: `"${label}"` }] }))];
}

/** Forms have lines of their own: a key for each, and its words by head. */
export function formLines(words: readonly Readonly<Record<string, string>>[]) {
  return words.map((own, index) => ({ key: String(index + 1), rows: [], own }));
}

/** 到期预警: 逾期 after the day, 临近 within 30 days before it (an assumption, rulebook JD-13); blank without both days. */
export function warning(planned: string, actual: string, day: string): string {
  return `=IF(OR(N(${planned})=0,${actual}<>"",N(${day})=0),"",IF(${planned}<${day},"逾期",IF(${planned}-${day}<=30,"临近","")))`;
}

/** The words to choose from in a column of a list, where the policy names some. */
export function listChoices({ policy }: ViewInput, list: string, head: string): readonly string[] {
  const named = policy && policyLists(policy.pack).find((own) => own.list === list);
  return named?.choices[head] ?? [];
}
