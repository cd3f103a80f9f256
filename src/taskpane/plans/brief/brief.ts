import type { EChartsCoreOption } from 'echarts/core';
import { placeOf } from '../../../engine/ledger/index';
import type { PaneText } from '../../../text/pane';
import { muText, perMuText, wanYuanText } from '../../../text/quantities';
import { noticeText } from '../../../text/simulate';
import { STANDINGS } from '../../../text/why';
import type { RunNotice } from '../../../engine/simulate/index';
import type { WordPart } from '../../../word/wordReport';
import type { ChartColours } from '../../charts/chartTheme';
import type { Assessment } from '../../model/verdict/assessment';
import { tallyOf, tallyText } from '../../model/verdict/tally';
import { totalsOf } from '../../model/verdict/totals';
import type { Bar } from '../../model/verdict/bars';
import { ledgerTitle } from '../../model/reading/whereCellsStand';
import type { Source } from '../../model/reading/source';
import { groundOfTarget } from '../../model/targets/targetProposals';

/** A picture that is still to be drawn: what is shown, and its size on paper in points. */
export interface AskedPicture {
  readonly kind: 'asked';
  readonly title: string;
  readonly option: (colours: ChartColours) => EChartsCoreOption;
  readonly width: number;
  readonly height: number;
}

/** A part of a report before its pictures are drawn. */
export type BriefPart = Exclude<WordPart, { readonly kind: 'picture' }> | AskedPicture;

/** 汇报材料: a report for the leaders, every figure as the pane and the sheets have it. */
export interface Brief {
  readonly title: string;
  readonly parts: readonly BriefPart[];
}

/** What every report begins with. */
export interface BriefGiven {
  readonly source: Source;
  readonly assessment: Assessment;
  readonly t: PaneText;
}

/** As wide as the text on A4. */
export const PICTURE_SIZE = { width: 430, height: 190 } as const;

/** A paragraph. */
export function briefText(words: string): BriefPart {
  return { kind: 'text', text: words };
}

/** Heads with their parts, numbered 一、二、三; one without parts is left out. */
export function chapters(all: readonly (readonly [head: string, parts: readonly BriefPart[]])[]): BriefPart[] {
  const numbers = ['一', '二', '三', '四', '五', '六', '七'];
  return all
    .filter(([, parts]) => parts.length > 0)
    .flatMap(([head, parts], index) => [{ kind: 'head', text: `${numbers[index] ?? ''}、${head}` }, ...parts]);
}

/** Paragraphs （一）（二）…, or one without a number. */
export function numbered(lines: readonly string[]): BriefPart[] {
  if (lines.length < 2) return lines.map(briefText);
  return lines.map((line, index) => briefText(`${String(index + 1)}.${line}`));
}

/** 嵊越市, as the ledger's title has it; '' where it names no place. */
export function placeNamed({ located, contents }: Source): string {
  return placeOf(located.titleText, contents.sheet.name);
}

/** 《…行动方案》（征求意见稿）. */
export function policyNamed({ policy, standing }: Assessment): string {
  if (!policy) return '';
  const said = standing === 'draft' && !policy.pack.title.includes('征求意见稿') ? `（${STANDINGS.draft}）` : '';
  return `《${policy.pack.title}》${said}`;
}

/** The ledger as it stands: what was judged by what, how many, and how much. */
export function situation({ source, assessment, t }: BriefGiven, bars: readonly Bar[]): BriefPart[] {
  const { area, tax, perMu } = totalsOf(assessment);
  const { asOf } = assessment.policy ?? {};
  const day = asOf === undefined ? '' : `，以${dayInWords(asOf)}为基准日`;
  const money = Number.isNaN(tax)
    ? ''
    : `，税收${wanYuanText(tax)}万元，亩均税收${perMuText(perMu)}万元/亩（按税收、面积都有的企业计算）`;
  const by = bars.filter(({ filter, rows }) => filter.key !== '' && rows.length > 0);
  const shares = by.map(
    ({ filter, rows, area: own }) => `${filter.key}${rows.length.toLocaleString('en-US')}户、${muText(own)}亩`,
  );
  return [
    briefText(
      `以“${ledgerTitle(source)}”为底数，按${policyNamed(assessment)}判定${day}。${tallyText(assessment, t)}；用地${muText(area)}亩${money}。`,
    ),
    ...(shares.length > 0 ? [briefText(`按判定结果分：${shares.join('；')}。`)] : []),
  ];
}

/** What somebody has to decide or to mend before this can be relied on. */
export function openMatters(assessment: Assessment, notices: readonly RunNotice[]): string[] {
  const { standing } = assessment;
  const { rows, judged } = tallyOf(assessment);
  const name = policyNamed(assessment);
  return [
    ...(standing === 'draft' ? [`${name}为征求意见稿，正式印发后须按印发稿复核。`] : []),
    ...(standing === 'expired' || standing === 'notYet'
      ? [`${name}在基准日${STANDINGS[standing]}，请明确现行依据。`]
      : []),
    ...(standing === 'noDay' ? ['没有填基准日，请明确按哪一天判定。'] : []),
    ...(rows > judged
      ? [`${(rows - judged).toLocaleString('en-US')}户待核实，请有关镇街、部门补齐资料后重新测算。`]
      : []),
    ...[...new Set(notices.map((notice) => outsideThePane(noticeText(notice, 'zh-CN'))))].slice(0, MOST_NOTICES),
  ];
}

/** What a person at the pane is to press says nothing to those who read a report. */
function outsideThePane(words: string): string {
  return words.replace(/(补填|请核对)后按“更新”。/g, (_, what: string) => (what === '补填' ? '请补填。' : '请核对。'));
}

/** A report of a few pages says the first of them; the sheet has them all. */
const MOST_NOTICES = 4;
const MOST_GROUNDS = 6;

/** What is given besides, and the clauses that the judgement rests on, word for word, under the document that has them. */
export function groundLines(assessment: Assessment, more: readonly string[] = []): string[] {
  const { policy } = assessment;
  if (!policy) return [];
  const { pack } = policy;
  const bases = [pack.tiers, pack.paths].flatMap((rules = []) => rules.map(({ basis }) => basis));
  const quoted = bases
    .filter(({ kind }) => kind === 'cited')
    .map((basis) => groundOfTarget(assessment, basis, ''))
    .map(({ clause, quote }) => `${clause}：“${quote}”`);
  const clauses = [...new Set(quoted)].slice(0, MOST_GROUNDS);
  return [...more, `${policyNamed(assessment)}${clauses.length === 0 ? '' : `：${clauses.join('；')}`}。`];
}

/** 2023-06-30 as 2023年6月30日. */
export function dayInWords(day: string): string {
  const [year = '', month = '', of = ''] = day.slice(0, 10).split('-');
  return `${year}年${String(Number(month))}月${String(Number(of))}日`;
}

/** As it is set on paper: a minus is not a hyphen, at which a line would break. */
export function onPaper(part: BriefPart): BriefPart {
  const set = (words: string) => words.replace(/(?<![\d年])-(?=\d)/g, '\u2212');
  if (part.kind === 'asked') return part;
  if (part.kind === 'table') return { ...part, rows: part.rows.map((row) => row.map(set)) };
  return { ...part, text: set(part.text) };
}
