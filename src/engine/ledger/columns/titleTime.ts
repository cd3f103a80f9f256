import { PART_OF_YEAR } from '../words/kinds';

/** When a table was made, or up to when it goes, is no time of its figures. */
const MADE_ON = /截[至止].*|[(（](?:(?:19|20)\d{2}年)?\d{1,2}月[^)）]*[)）]/g;

/** Whether a title says that its table is of a later time than its newest whole year: 三季度运行监测表, 2024年 over 2023年全年. */
export function isOfLaterTime(title: string, newest: number): boolean {
  const text = title.replace(MADE_ON, '');
  const years = [...text.matchAll(/(?:19|20)\d{2}/g)].map(([year]) => Number(year));
  return PART_OF_YEAR.test(text) || years.some((year) => year > newest);
}
