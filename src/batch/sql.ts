import { policyAsked } from './policyAsked';
import { answerQueries, GRADED, JUDGED, measureQueries, policyOn, READINGS } from './judge/queries';
import { clauseText } from '../text/why';
import { resultsAsked } from '../engine/report/index';
import { DIALECTS, inDialect, type Dialect } from '../engine/rule/index';
import { Told } from './told';
import type { PackRule, PolicyPack } from '../engine/policy/index';

/** What `mujun sql` is asked. */
export interface SqlAsked {
  readonly policy: string;
  readonly asOf?: string | undefined;
  /** Left out: duckdb. */
  readonly dialect?: string | undefined;
}

/** The queries of a policy, each with the clauses that it rests on. */
export function policySql({ policy: name, asOf, dialect: named = 'duckdb' }: SqlAsked): string {
  const dialect = dialectOf(named);
  const given = policyAsked(name, asOf);
  if (!given) throw new Told('请写明政策：--policy 嵊州2021');
  const { pack } = given;
  const policy = policyOn(given);
  const rules = { 档位: pack.tiers, 路径: pack.paths } as const;
  const judged = answerQueries(policy, READINGS.within).map(({ sql, gives }) => {
    const [first = ''] = gives;
    const lines = rules[first as keyof typeof rules] ?? [];
    const reads = `读“${READINGS.table}”；评等级的读“${GRADED}”，不含加减分读不懂的行`;
    return { sql, gives, reads, lines };
  });
  const measured = measureQueries(policy, READINGS.within).map(({ sql, gives, measure }) => {
    const results = judged.flatMap((own) => own.gives).filter((name) => resultsAsked(pack).includes(name));
    const beside = results.length === 0 ? '' : `，加上各行的${results.join('、')}`;
    const reads = `读“${JUDGED}”：即“${READINGS.table}”${beside}`;
    return { sql, gives, reads, lines: measure.lines };
  });
  return [...judged, ...measured]
    .map(({ sql, gives, reads, lines }) => {
      const head = [
        `-- ${pack.title}：${gives.join('、')}`,
        `-- ${reads}`,
        ...lines.map((rule, at) => ruleLine(pack, rule, at)),
      ];
      return `${head.join('\n')}\n${inDialect(sql, dialect)};`;
    })
    .join('\n\n');
}

function dialectOf(name: string): Dialect {
  const known: Readonly<Record<string, Dialect>> = DIALECTS;
  const found = known[name];
  if (!found) throw new Told(`--dialect 应为 ${Object.keys(known).join('、')}，不是“${name}”`);
  return found;
}

function ruleLine(pack: PolicyPack, { answer, basis }: PackRule, at: number): string {
  return `-- r${at + 1} ${answer}：${clauseText(pack, basis)}`.replaceAll('\n', ' ');
}
