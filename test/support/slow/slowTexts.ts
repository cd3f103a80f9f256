import { lintPack } from '../../../src/engine/policy/lint/lintPack';
import { loadOwnPolicy } from '../../../src/engine/policy/ownPolicy';
import { PackError } from '../../../src/engine/policy/packError';
import { valuesOn } from '../../../src/engine/policy/valuesOn';
import { parseDay } from '../../../src/engine/quantity/day';
import { parseRule } from '../../../src/engine/rule/parseRule';
import { RuleError, type Vocabulary } from '../../../src/engine/rule/tree';
import { matchRows } from '../../../src/engine/share/matchRows';
import { readXmlPart } from '../../../src/taskpane/state/xmlPart';

/** A text or a table made to be slow: `prepare` makes it, what it gives says how it ends. */
export interface SlowText {
  readonly name: string;
  readonly ends: string;
  readonly prepare: () => () => string;
}

const VOCABULARY: Vocabulary = { fields: new Map([['亩均税收', {}]]), values: new Set() };

function rule(name: string, text: string): SlowText {
  return {
    name,
    ends: 'refused',
    prepare: () => () => {
      try {
        parseRule(text, VOCABULARY);
        return 'read';
      } catch (error) {
        if (error instanceof RuleError) return 'refused';
        throw error;
      }
    },
  };
}

/** A policy that is read, its numbers of a day asked and looked through, or refused: then by what. */
function policy(name: string, pack: string, ends: string): SlowText {
  return {
    name,
    ends,
    prepare: () => () => {
      try {
        const read = loadOwnPolicy({ pack });
        valuesOn(read, parseDay('2026-06-30'));
        lintPack(read);
        return 'read';
      } catch (error) {
        if (error instanceof PackError) return error.code;
        throw error;
      }
    },
  };
}

/** A whole policy with parts of its own, a line each. */
function policyOf(section: string, lines: readonly string[]): string {
  return [
    ...['id: slow-2026', 'title: 慢县办法', 'short: 慢县2026', 'place: 慢县', 'aliases: []', 'status: issued'],
    ...[
      'published: 2026-03-01',
      'source: ""',
      'conventions: {}',
      'fields:',
      '  税收: { field: taxPaid, whenBlank: unknown }',
    ],
    ...(section === 'values' ? [] : ['values: {}']),
    `${section}:`,
    ...lines.map((line) => `  ${line}`),
    ...['tiers:', '  rules:', '    - { tier: 甲, when: 其余, assumption: 假设 }'],
  ].join('\n');
}

/** So many names, each of which needs the one before or, where they stand the other way round, behind it. */
function chain(count: number, line: (name: string, needed: string) => string, isTurned = false): string[] {
  const lines = Array.from({ length: count }, (_, at) => line(`甲${at}`, at === 0 ? '1' : `甲${at - 1}`));
  return isTurned ? lines.toReversed() : lines;
}

const value = (name: string, needed: string) =>
  `${name}: { unit: 亩, dated: [{ from: 2026-01-01, value: ${needed}+1, assumption: 假设 }] }`;
const unknown = (name: string) => value(name, `乙${name}`);
const formula = (name: string, needed: string) => `${name}: ${needed} + 税收`;

function part(name: string, xml: string): SlowText {
  return { name, ends: 'nothing', prepare: () => () => (readXmlPart('sent', xml) === undefined ? 'nothing' : 'read') };
}

/** Two tables of rows that all have one name and one code. */
function oneKey(count: number): SlowText {
  const keys = Array.from({ length: count }, () => ({ name: '同名公司', creditCode: '913306830000000001' }));
  const cells = keys.map((_, row) => ['同名公司', row]);
  return {
    name: `${count} rows of one name and code on both sides`,
    ends: 'matched',
    prepare: () => () => {
      const { pairs, unsure, added } = matchRows({ keys, cells }, { keys, cells }, { agreeing: true });
      return pairs.size + unsure.length + added.length === count ? 'matched' : 'lost';
    },
  };
}

/** Texts and tables that were slow once, or broke the reader. */
export const SLOW_TEXTS: readonly SlowText[] = [
  rule('a condition with 100,000 digits', `亩均税收 <= ${'1'.repeat(100_000)}`),
  rule('a condition of 32,767 digits and signs', `亩均税收 <= ${'1.'.repeat(16_000)}`),
  rule('1,500 conditions one after the other', Array.from({ length: 1_500 }, () => '亩均税收 <= 5').join(' and ')),
  rule('5,000 minus signs', `亩均税收 <= ${'-'.repeat(5_000)}1`),
  rule('20,000 times + 1', `亩均税收 <= 1${'+1'.repeat(20_000)}`),
  rule('10,000 brackets', `${'('.repeat(10_000)}亩均税收 <= 5${')'.repeat(10_000)}`),
  policy(
    'a policy of 40,000 lines of its own',
    Array.from({ length: 40_000 }, (_, at) => `k${at}: 1`).join('\n'),
    'shape',
  ),
  policy('a policy that says one thing 40,000 times', 'k: 1\n'.repeat(40_000), 'yaml'),
  policy('a policy of 130,000 marks', '&a '.repeat(130_000), 'yaml'),
  policy('a policy of 100,000 brackets', '['.repeat(100_000), 'yaml'),
  policy('2,000 values, each resting on the one before', policyOf('values', chain(2_000, value)), 'read'),
  policy('4,700 values, each resting on the one behind', policyOf('values', chain(4_700, value, true)), 'read'),
  policy('4,500 values of names that nobody knows', policyOf('values', chain(4_500, unknown)), 'rule'),
  policy('9,000 formulas, each resting on the one before', policyOf('formulas', chain(9_000, formula)), 'rule'),
  policy('9,000 formulas, each resting on the one behind', policyOf('formulas', chain(9_000, formula, true)), 'rule'),
  policy(
    '40 formulas, each twice the one before',
    policyOf(
      'formulas',
      chain(40, (name, by) => `${name}: ${by} + ${by}`),
    ),
    'rule',
  ),
  policy(
    '9,000 formulas of names that nobody knows',
    policyOf(
      'formulas',
      chain(9_000, (name) => `${name}: 乙${name}`),
    ),
    'rule',
  ),
  part('a part of 60,000 elements of one name', `<x xmlns="urn:mujun:sent">${'<sent/>'.repeat(60_000)}</x>`),
  part('a part of 200,000 elements that never close', '<sent>'.repeat(200_000)),
  oneKey(20_000),
];
