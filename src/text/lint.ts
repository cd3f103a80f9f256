import type { LintFinding } from '../engine/policy/index';

const TABLES = { tiers: '档位', paths: '路径' } as const;

/** The same with the place in the policy that it is about, for whoever has no cell to look at. */
export function placedLintText(finding: LintFinding): string {
  const { place } = finding;
  const said = lintText(finding);
  switch (place.at) {
    case 'tiers':
    case 'paths':
      return `${TABLES[place.at]}第 ${String(place.line + 1)} 条：${said}`;
    case 'table':
      return `${TABLES[place.table]}：${said}`;
    case 'value':
      return `数值“${place.name}”：${said}`;
    case 'grading':
      return `评定分组“${place.name}”的“${place.value}”：${said}`;
    case 'pack':
      return said;
  }
}

/** What is to be noted about a policy, in one sentence; lines count from 1. */
export function lintText({ code, otherLine, example = [], found, expected }: LintFinding): string {
  const shown = example.map(([name, value]) => `${name} ${value === '' ? '空白' : value}`).join('、');
  switch (code) {
    case 'gap':
      return `有企业哪一条都不符合，会没有结论${shown === '' ? '' : `，如 ${shown}`}`;
    case 'overlap':
      return `与第 ${(otherLine ?? 0) + 1} 条重叠，以在前的为准${shown === '' ? '' : `，如 ${shown}`}`;
    case 'neverFires':
      return '永远轮不到这一条：前面各条已包括它';
    case 'missingClause':
      return '没有写条款，结果会注明“推定”';
    case 'expired':
      return '基准日在政策的有效期之后，结果会标“已失效”';
    case 'notYet':
      return '基准日在政策的施行日期之前，结果会标“尚未施行”';
    case 'quotaSum':
      return `合计为 ${String(found)}，应为 ${String(expected)}`;
    case 'unsaid':
      return `条款引的是原文，所用的“${String(found)}”却是推定的，请在依据里一并写明推定`;
    case 'unitMismatch':
      return `单位不一致：${String(found)} 与 ${String(expected)} 相比`;
  }
}
