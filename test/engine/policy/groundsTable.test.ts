import { expect, it } from 'vitest';
import { groundKind } from '../../../src/engine/policy/basis';
import type { Basis, PolicyPack } from '../../../src/engine/policy/pack';
import { builtInPacks } from '../../../src/engine/policy/packs';
import { policyTargets } from '../../../src/engine/policy/targets/annualTargets';
import { RULEBOOK_PACKS, rulebookOf } from '../../../src/engine/policy/rulebook/rulebook';
import { GROUND_KINDS } from '../../../src/text/why';

type Line = readonly [pack: string, what: string, said: string, kind: string, place: string, ground: string];

/** What is known of a ground beside the document's words: the reason of an assumption, the source of a report. */
function beside(basis: Basis): string {
  if (basis.kind === 'reported') return `${basis.source}：${basis.note}`;
  return basis.assumption ?? '';
}

function lineOf(pack: string, what: string, said: string, basis: Basis): Line {
  const place = basis.kind === 'cited' ? `${basis.citation.document ?? ''}${basis.citation.place}` : '';
  return [pack, what, said, GROUND_KINDS[groundKind(basis)], place, beside(basis)];
}

function decisionLines({ id, tiers = [], paths = [] }: PolicyPack): Line[] {
  const lines = (what: string, rules: typeof tiers) =>
    rules.map(({ answer, when, basis }) => lineOf(id, what, `${answer}：${when}`, basis));
  return [...lines('档位', tiers), ...lines('路径', paths)];
}

function otherLines({ id, values, grading, measures = [], waiver }: PolicyPack): Line[] {
  const numbers = [...values.values()].flatMap(({ name, unit, dated }) =>
    dated.map(({ from, value, basis }) => lineOf(id, '数值', `${name} ${from} ${String(value)} ${unit}`, basis)),
  );
  const graded = [...(grading?.outright ?? []), ...(grading?.after ?? [])].map(({ answer, when, basis }) =>
    lineOf(id, '等级', `${answer}：${when}`, basis),
  );
  const scored = [...(grading?.indicators ?? []), ...(grading?.cohorts ?? [])].map(({ name, basis }) =>
    lineOf(id, '评价', name, basis),
  );
  const set = measures.flatMap(({ name, lines }) =>
    lines.map(({ when, basis }) => lineOf(id, '措施', `${name}：${when}`, basis)),
  );
  const waived = waiver ? [lineOf(id, '地价', '不再增收土地价款', waiver)] : [];
  const yearly = policyTargets({ id }).map(({ name, value, by, basis }) =>
    lineOf(id, '目标', `${name} ${by} ${String(value)}`, basis),
  );
  return [...numbers, ...graded, ...scored, ...set, ...waived, ...yearly];
}

/** An entry stands on its words; where these were silent and had to be read, on those readings too. */
function entryLines(pack: string): Line[] {
  return (rulebookOf({ id: pack })?.entries ?? []).map(({ id, title, place, quotes, assumptions = [] }) => {
    const assumption = assumptions.map(({ about, reading }) => `${about}：${reading}`).join('；');
    const citation = { place, quote: quotes.join('') };
    return lineOf(pack, '原文逐条', `${id} ${title}`, {
      kind: 'cited',
      citation,
      ...(assumption === '' ? {} : { assumption }),
    });
  });
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const packs = builtInPacks();
const lines = packs.flatMap(decisionLines);
const entries = RULEBOOK_PACKS.flatMap(entryLines);

it('every line that decides and every entry of the documents is in the table of grounds', () => {
  // 35 lines were read against the documents at first; 嘉兴’s 不适用 and the 7 of 泉州 came to them. The draft of 许昌 says its 7 once more.
  const ofDraft = lines.filter(([pack]) => pack === 'xuchang-2021-draft');
  expect([lines.length - ofDraft.length, ofDraft.length, entries.length]).toEqual([43, 7, 147]);
});

it('no ground changes unsaid: 原文, 推定 or 转引, and on what (vitest -u writes the table anew; say in CHANGELOG what changed)', async () => {
  const head = ['政策', '所在', '内容', '依据', '条款', '推定理由或转引来源'];
  const table = [head, ...lines, ...packs.flatMap(otherLines), ...entries];
  const text = table.map((line) => line.map(plain).join('\t')).join('\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../fixtures/policies/grounds.tsv');
});
