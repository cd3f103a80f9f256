import type { Hindsight, YearHeld } from '../../../engine/years/index';
import type { NewSheet, SheetCell } from '../../../sheet/sheet';
import type { PaneText } from '../../../text/pane';
import { rankShort, spreadText } from '../../../text/years';
import { heldLines, heldName, heldRows } from '../../model/pastYears/heldLines';
import { ledgerTitle } from '../../model/reading/whereCellsStand';
import type { Source } from '../../model/reading/source';
import type { Assessment } from '../../model/verdict/assessment';
import type { HindsightChoice } from '../../state/pastYears';
import { noteOf } from '../results/planResults';
import { SheetPage } from './sheetPage';
import { known } from '../../../sheet/known';

const LANGUAGE = 'zh-CN';
const YIELDS = '#,##0.00';

interface Given {
  readonly source: Source;
  readonly assessment: Assessment;
  readonly outcome: Hindsight;
  readonly choice: HindsightChoice;
  /** The Chinese words: a sheet is Chinese in every language. */
  readonly t: PaneText;
}

/** The sheet 推演回看: each year run forward and held to the next, a table and a chart of the townships, and how often nine in ten held. */
export function hindsightSheet({ source, assessment, outcome, choice, t }: Given): NewSheet {
  const page = new SheetPage();
  page.line([`${ledgerTitle(source)} 推演回看`], { bold: true, fontSize: 16, rowHeight: 26 });
  page.paragraph(noteOf(assessment));
  page.paragraph(spreadText(outcome.spread, LANGUAGE));
  for (const year of outcome.years) putYear(page, year, choice, t);
  for (const { before, after } of outcome.skipped)
    page.paragraph(t('pastSkipped', { before: String(before), after: String(after) }));
  page.section('说明');
  page.paragraph(t('pastBackHint'));
  const { blocks, charts, merges } = page;
  return { name: '推演回看', blocks, charts, merges, freezeRows: 0, print: page.print() };
}

function putYear(page: SheetPage, year: YearHeld, choice: HindsightChoice, t: PaneText): void {
  const title = t('pastBackTable', { before: String(year.before), after: String(year.after) });
  page.section(`${title}（万元/亩）`);
  for (const line of heldLines(year, choice, { t, language: LANGUAGE })) page.paragraph(line);
  const rows = heldRows(year).map((held): SheetCell[] => [
    heldName(held, t),
    known(held.actual),
    known(held.p5),
    known(held.p50),
    known(held.p95),
    held.rows,
    rankShort(held, LANGUAGE),
  ]);
  const names = ['实际', '九成范围下限', '中间值', '九成范围上限'];
  const formats = ['General', YIELDS, YIELDS, YIELDS, YIELDS, '#,##0', 'General'];
  const table = page.table(['镇街', ...names, '户数', '位置'], rows, formats);
  const columns = [2, 1, 4].map((column) => ({ name: names[column - 1] ?? '', column }));
  page.chart(table, { kind: 'column', title, series: columns });
}
