import { Text } from '@fluentui/react-components';
import { entryOn, type PackRule, type PackValue } from '../../../engine/policy/index';
import type { AppliedPolicy } from '../../../engine/assess/index';
import { BOUND_WORDS, numberText } from '../../../text/why';
import { usePane, type Pane } from '../paneContext';
import { BasisQuote } from './BasisQuote';
import { PlainList } from '../widgets/PlainList';

/** The values of a policy as they are in force, each with its unit and what it stands on. */
export function PolicyValues({ policy }: { readonly policy: AppliedPolicy }) {
  const { t } = usePane();
  const values = [...policy.pack.values.values()];
  if (values.length === 0) return <Text>{t('policyNoValues')}</Text>;
  return (
    <PlainList>
      {values.map((value) => (
        <Value key={value.name} value={value} policy={policy} />
      ))}
    </PlainList>
  );
}

function Value({ value, policy }: { readonly value: PackValue; readonly policy: AppliedPolicy }) {
  const pane = usePane();
  const { t } = pane;
  const entry = entryOn(value, policy.asOf);
  const now = policy.values.get(value.name) ?? entry.value;
  const edited = now === entry.value ? undefined : t('policyDocumented', { value: valueText(entry.value, pane) });
  return (
    <BasisQuote pack={policy.pack} basis={entry.basis} {...(edited === undefined ? {} : { note: edited })}>
      {t('policyValue', {
        name: value.name,
        value: valueText(now, pane),
        unit: Number.isFinite(now) ? value.unit : '',
      })}
    </BasisQuote>
  );
}

function valueText(value: number, { t }: Pane): string {
  return Number.isFinite(value) ? numberText(value) : t('policyNoLine');
}

/** The rules of a policy in their order, each with what it stands on. */
export function PolicyRules({ policy }: { readonly policy: AppliedPolicy }) {
  const { t } = usePane();
  const { tiers, paths } = policy.pack;
  return (
    <>
      {tiers ? <Rules title={t('rulesTiers')} rules={tiers} policy={policy} /> : null}
      {paths ? <Rules title={t('rulesPaths')} rules={paths} policy={policy} /> : null}
    </>
  );
}

interface RulesProps {
  readonly title: string;
  readonly rules: readonly PackRule[];
  readonly policy: AppliedPolicy;
}

function Rules({ title, rules, policy }: RulesProps) {
  const { t } = usePane();
  return (
    <section aria-label={title}>
      <Text weight="semibold">{title}</Text>
      <PlainList>
        {rules.map((rule, index) => (
          <BasisQuote key={`${index}-${rule.when}`} pack={policy.pack} basis={rule.basis}>
            {t('ruleLine', { number: String(index + 1), answer: rule.answer, when: ruleWords(rule.when, policy) })}
          </BasisQuote>
        ))}
      </PlainList>
    </section>
  );
}

/** Between a column's word and the one it is held to. */
const SIGNS: Readonly<Record<string, string>> = { ...BOUND_WORDS, '=': '为', '!=': '不是' };

/** A rule's text without the English words and the signs of its language, its lines with their numbers. */
function ruleWords(when: string, { pack, values }: AppliedPolicy): string {
  const numbered = (name: string) => {
    const [unit, value] = [pack.values.get(name)?.unit, values.get(name) ?? NaN];
    return unit !== undefined && Number.isFinite(value) ? `${name}（${numberText(value)} ${unit}）` : name;
  };
  return when
    .replace(/[^\s(){},]+/g, numbered)
    .replace(/ ([<>!]?=|[<>]) /g, (_, sign: string) => SIGNS[sign] ?? sign)
    .replace(/\s+and\s+/g, ' 且 ')
    .replace(/\s+or\s+/g, ' 或 ')
    .replace(/\bnot\s+/g, '非 ')
    .replace(
      /(\S+) in \{([^}]*)\}/g,
      (_, field: string, words: string) => `${field} 为 ${words.replace(/,\s*/g, '、')}`,
    );
}
