import type { Reason } from '../engine/rule/index';
import type { Basis, PolicyPack, Standing } from '../engine/policy/index';
import type { Clause, Explanation, Given, LackingColumn } from '../engine/assess/index';
import { unresolvedText, ZERO_TAX } from './functions';
import { unitDoubtText } from './unitDoubt';

/** A pack's standing as the status column says it. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  inForce: '有效',
  draft: '征求意见稿',
  notYet: '尚未施行',
  expired: '已失效',
  noDay: '未给基准日',
};

/** Why a row got its answer, in one or two sentences with its numbers and units. */
export function reasonText(explanation: Explanation, notes: readonly string[] = []): string {
  const { verdict } = explanation;
  if (verdict.kind === 'notData') return '';
  const sentences = [
    verdict.kind === 'unresolved' ? unresolvedReason(explanation, verdict.missing) : answerReason(explanation),
    ...explanation.findings.map(findingText),
    // The answer stays; that only another unit explains its 亩均 is said beside it.
    ...(explanation.doubt ? [unitDoubtText(explanation.doubt)] : []),
    ...notes,
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}。`)
    .join('');
}

function answerReason(explanation: Explanation): string {
  const { verdict, reasons } = explanation;
  if (verdict.kind !== 'answer') return '';
  const held = mergeReasons(reasons, explanation);
  const yields = Number.isNaN(explanation.taxPerMu) ? '' : `亩均税收 ${yieldText(explanation)}`;
  const parts = held.some((part) => part.startsWith('亩均税收')) ? held : [...held, yields];
  const because = parts.filter((part) => part !== '').join('；');
  const fired = verdict.rule.condition.kind !== 'always';
  const answer = fired ? `列为“${verdict.answer}”` : `以上各类均不符合，列为“${verdict.answer}”`;
  return because === '' ? answer : `${because}，${answer}`;
}

function unresolvedReason(explanation: Explanation, missing: readonly string[]): string {
  const { divisors } = explanation;
  if (divisors.length > 0) return `待核实：${divisors.join('、')}为 0，不能作除数，请核对`;
  if (missing.length === 0) return '待核实：没有一条适用，请核对这份政策';
  const text = explanation.findings.some((finding) => finding.code === 'zeroTax') ? ZERO_TAX : unresolvedText(missing);
  return `${text}，补填后重新计算`;
}

/** The readings that held; two bounds of the same number become one phrase. */
function mergeReasons(reasons: readonly Reason[], explanation: Explanation): string[] {
  const bounds = new Map<string, string[]>();
  const phrases: string[] = [];
  for (const reason of reasons) {
    if (reason.kind === 'word') phrases.push(wordPhrase(reason, explanation));
    else bounds.set(reason.name, [...(bounds.get(reason.name) ?? []), boundPhrase(reason)]);
  }
  const numbers = [...bounds].map(([name, parts]) => {
    const reading = name === '亩均税收' ? yieldText(explanation) : readingText(reasons, name);
    return `${name} ${reading}，${parts.join('、')}`;
  });
  return [...numbers, ...new Set(phrases)];
}

function readingText(reasons: readonly Reason[], name: string): string {
  const found = reasons.find((reason) => reason.kind === 'number' && reason.name === name);
  if (found?.kind !== 'number') return numberText(NaN);
  return found.days ? dayText(found.days.value) : numberText(found.value);
}

/** The last year there is stands for a day that has not come. */
const NEVER = 9999;

/** 2020年6月30日. */
function dayText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === NEVER) return '没有发生';
  return day === undefined ? '—' : `${String(year)}年${String(month)}月${String(day)}日`;
}

const DAY_BOUNDS: Readonly<Record<string, string>> = {
  ...{ '<=': '不晚于', '<': '早于', '>': '晚于', '>=': '不早于', '=': '为', '!=': '不是' },
};

/** How a reading lies to a line. */
export const BOUND_WORDS: Readonly<Record<string, string>> = {
  '<=': '不超过',
  '<': '低于',
  '>': '超过',
  '>=': '不低于',
  '=': '等于',
  '!=': '不等于',
};

function boundPhrase(reason: Reason & { kind: 'number' }): string {
  if (reason.days) return `${DAY_BOUNDS[reason.op] ?? ''} ${dayText(reason.days.line)}`;
  return `${BOUND_WORDS[reason.op] ?? ''} ${numberText(reason.line)}`;
}

function wordPhrase(reason: Reason & { kind: 'word' }, { output, taxPerMu }: Explanation): string {
  if (reason.word === '') return `“${reason.name}”没有填，不当作“否”`;
  if (reason.name !== '产出水平' || !output) return `${reason.name}为“${reason.word}”`;
  const compared = `亩均税收 ${readingPerMuText(taxPerMu)} 万元/亩，${reason.word === '低' ? '低于' : '不低于'}`;
  const line = `${readingPerMuText(output.line)} 万元/亩`;
  if (output.source === 'mean') return `产出水平为“${reason.word}”（${compared}${output.township ?? ''}平均 ${line}）`;
  if (output.source === 'line') return `产出水平为“${reason.word}”（${compared}产出线 ${line}）`;
  return `产出水平为“${reason.word}”${output.source === 'grade' ? '（按综合评价等级）' : ''}`;
}

function yieldText({ tax, area, taxPerMu }: Explanation): string {
  return `${readingPerMuText(taxPerMu)} 万元/亩（税收 ${numberText(tax)} 万元 ÷ 面积 ${numberText(area)} 亩）`;
}

function findingText(finding: Explanation['findings'][number]): string {
  const label = { taxPaid: '税收', landArea: '面积' }[finding.field] ?? '';
  if (finding.code === 'unreadable') return `${label}“${finding.text.trim()}”不能识别`;
  if (finding.code === 'areaNotPositive') return `面积为 ${finding.text}，不能计算亩均`;
  return finding.code === 'negativeTax' ? '税收为负，疑为留抵退税' : '';
}

// Made once: a formatter made anew for every number took seconds over 20,000 rows.
const TWO_DECIMALS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const UP_TO_TWO = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const UP_TO_NINE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 9 });

/** 亩均 of a row: two decimals, more where two would hide a difference (4.996 is not 5.00). */
export function readingPerMuText(value: number): string {
  return hidesDifference(value) ? numberText(value) : TWO_DECIMALS.format(value);
}

function hidesDifference(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 0.005 && Math.round(value * 100) / 100 !== value;
}

/** Up to two decimals, more where two would hide a difference, thousands separated; a missing number is —. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '—';
  // Below a thousand a figure of two decimals is its own digits, in less than half of the formatter's time.
  if (value > 0 && value < 1000 && Math.round(value * 100) / 100 === value) return String(value);
  return (hidesDifference(value) ? UP_TO_NINE : UP_TO_TWO).format(value);
}

/** What an answer hangs on that the ledger has no column for. */
export function lackingText({ name, word }: LackingColumn): string {
  if (word === undefined) return `台账没有“${name}”列，平均里没有算它`;
  return `台账没有“${name}”列，按“${word}”读`;
}

/** What a formula makes of a value of 政策参数 that is 0, or blank: it cannot tell them apart. */
export function zeroValuesText(names: readonly string[]): string {
  return `政策参数中 ${names.join('、')} 为 0 或空白，公式分不清，仍用内置的数；要按 0 计请写 零 或 不计`;
}

/** What an answer stands on: the document, the clause, its words; what is assumed says so. */
export function clauseText(pack: PolicyPack, basis: Basis | undefined): string {
  if (!basis) return '';
  const period = pack.periodAssumption === undefined ? '' : `；期限推定：${pack.periodAssumption}`;
  return wordsOf(pack, basis) + period;
}

function wordsOf(pack: PolicyPack, basis: Basis): string {
  if (basis.kind === 'assumed') return `《${pack.title}》推定：${basis.assumption}`;
  if (basis.kind === 'reported') return `${basis.source}（转引，未见原文）：${basis.note}`;
  const { place, quote, document } = basis.citation;
  const assumed = basis.assumption === undefined ? '' : `（推定：${basis.assumption}）`;
  // The words of a draft are never said as those of the issued text.
  const source = document === undefined ? `《${pack.title}》` : `据《${document}》`;
  return `${source}${place}：“${quote}”${assumed}`;
}

/** The same inside a sentence; 据 of a draft is said once. */
export function standingOn(clause: string): string {
  return clause.startsWith('据') ? `依${clause}` : `依据${clause}`;
}

/** What an answer stands on, by its kind. */
export const GROUND_KINDS = { cited: '原文', assumed: '推定', reported: '转引' } as const satisfies Readonly<
  Record<Basis['kind'], string>
>;

/** Where a clause stands, in a word or two; its document and its own words are said by `clauseText`. */
export function clausePlace(basis: Basis): string {
  if (basis.kind === 'cited') return basis.citation.place;
  return basis.kind === 'assumed' ? '推定' : '转引';
}

/** A clause in three cells: its place, its words, and what it gives; what is assumed or known at second hand says so. */
export function clauseRow({ basis, gives }: Clause): [place: string, quote: string, gives: string] {
  const given = gives.map(givenText).join('；');
  if (basis.kind === 'assumed') return ['推定', basis.assumption, given];
  if (basis.kind === 'reported') return [`${basis.source}（转引，未见原文）`, basis.note, given];
  const assumed = basis.assumption === undefined ? '' : `（推定：${basis.assumption}）`;
  const { place, quote, document } = basis.citation;
  return [document === undefined ? place : `${place}（据《${document}》）`, quote, given + assumed];
}

function givenText(given: Given): string {
  if (given.kind === 'waiver') return '不再增收土地价款';
  if (given.kind !== 'value') return `${given.kind === 'tier' ? '档位' : '路径'}“${given.answer}”：${given.when}`;
  const documented = given.documented === undefined ? '' : `（原文 ${given.documented}，已按政策参数改）`;
  return `${given.name} ${given.value} ${given.unit}${documented}`;
}
