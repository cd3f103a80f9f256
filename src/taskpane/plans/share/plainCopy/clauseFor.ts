import { annualTargets, builtInPacks, type PolicyPack } from '../../../../engine/policy/index';
import { clauseText } from '../../../../text/why';
import type { Assessment } from '../../../model/verdict/assessment';
import type { AddinFormula } from './addinFormulas';

/** The clauses that the answers of a formula stand on, each answer with its own; what has none names its function. */
export function clauseFor(
  found: AddinFormula,
  { functions, assessment }: { readonly functions: readonly string[]; readonly assessment: Assessment },
): string {
  const values = [...new Set(found.cells.flatMap((line) => line.map(({ value }) => value ?? '')))];
  const pack = packOf(found.formula, assessment);
  const targets = found.formula.includes('MUJUN_TARGET(') && pack ? annualTargets(pack) : [];
  const ofTargets = targets
    .filter(({ value }) => values.includes(value))
    .map((target) => `${target.name}：${pack ? clauseText(pack, target.basis) : ''}`);
  const rules = pack ? [...(pack.tiers ?? []), ...(pack.paths ?? [])] : [];
  const ofRules = pack
    ? rules
        .filter(({ answer }) => values.includes(answer))
        .map(({ answer, basis }) => `${answer}：${clauseText(pack, basis)}`)
    : [];
  const clauses = [...new Set([...ofTargets, ...ofRules])];
  return clauses.length > 0 ? clauses.join('\n') : methodOf(found.formula, { functions, pack });
}

/** The policy that a formula names, else the one that the pane judges by. */
function packOf(formula: string, { policy }: Assessment): PolicyPack | undefined {
  const named = builtInPacks().find(({ short, id }) => formula.includes(`"${short}"`) || formula.includes(`"${id}"`));
  return named ?? policy?.pack;
}

function methodOf(
  formula: string,
  { functions, pack }: { readonly functions: readonly string[]; readonly pack: PolicyPack | undefined },
): string {
  const called = functions.filter((name) => new RegExp(`(?<![\\w.])${name}\\(`).test(formula));
  return `按函数 ${called.join('、')} 计算${pack && formula.includes(pack.short) ? `（${pack.title}）` : ''}`;
}
