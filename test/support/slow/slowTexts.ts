import { loadOwnPolicy } from '../../../src/engine/policy/ownPolicy';
import { PackError } from '../../../src/engine/policy/packError';
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

function policy(name: string, pack: string): SlowText {
  return {
    name,
    ends: 'refused',
    prepare: () => () => {
      try {
        loadOwnPolicy({ pack });
        return 'read';
      } catch (error) {
        if (error instanceof PackError) return 'refused';
        throw error;
      }
    },
  };
}

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
  policy('a policy of 40,000 lines of its own', Array.from({ length: 40_000 }, (_, at) => `k${at}: 1`).join('\n')),
  policy('a policy that says one thing 40,000 times', 'k: 1\n'.repeat(40_000)),
  policy('a policy of 130,000 marks', '&a '.repeat(130_000)),
  policy('a policy of 100,000 brackets', '['.repeat(100_000)),
  part('a part of 60,000 elements of one name', `<x xmlns="urn:mujun:sent">${'<sent/>'.repeat(60_000)}</x>`),
  part('a part of 200,000 elements that never close', '<sent>'.repeat(200_000)),
  oneKey(20_000),
];
