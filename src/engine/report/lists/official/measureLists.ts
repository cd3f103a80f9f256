import { measureCell, measuresOf } from '../../../assess/measures';
import type { Basis } from '../../../policy/pack';
import type { ListForm } from '../columnVerbs';
import { flatColumns, titled } from '../common';
import { rowLines } from '../rowKeys';
import type { ViewColumn } from '../list';
import type { ListLine, ViewInput } from '../listInput';

const NAME = '差别化政策清单';
/** Where a policy sets nothing for a row. */
const NOTHING = '无';

/** What a policy sets by grade, tier or path: who gets which price or share, and the clause. */
const measures: ListForm = {
  id: 'measures',
  name: NAME,
  fits: ({ policy }) => (policy?.pack.measures ?? []).length > 0,
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('enterprise', '企业名称', 116),
      c.word('creditCode', '统一社会信用代码', 98),
      c.word('township', '镇街', 58),
      c.tax(),
      ...(input.tiers ? [c.verdict('tiers', '档位', 52)] : []),
      ...(input.paths ? [c.verdict('paths', '路径', 52)] : []),
      measureColumns(input),
      c.remark(),
    );
    return {
      title: titled(input, NAME),
      columns,
      lines: rowLines(input.ledger, input.rows),
      labelAt: '企业名称',
      totals: [{ label: '全部合计', where: [] }],
      notes: [
        '原文没有写标准的照原文列出，不代填数；“无”为政策对这一户没有规定；待核实的补齐资料后重做本表。',
        ...groundsOf(input),
      ],
    };
  },
};

function measureColumns(input: ViewInput): readonly ViewColumn[] {
  const { policy, ledger, lead } = input;
  if (!policy) return [];
  return measuresOf(ledger, { policy, cohort: ledger }).map(({ measure, verdicts }) => ({
    parent: '差别化政策',
    head: measure.unit === '' ? measure.name : `${measure.name}（${measure.unit}）`,
    width: 60,
    kind: 'word',
    centred: true,
    value: ({ rows: [row = -1] }: ListLine) =>
      measureCell(verdicts[lead?.(row) ?? row], { none: NOTHING, unresolved: input.unresolved }),
  }));
}

/** One line a clause: what it is about, where it stands, its words, and whether they are the document's. */
function groundsOf({ policy }: ViewInput): readonly string[] {
  const byGround = new Map<string, Set<string>>();
  for (const { name, lines } of policy?.pack.measures ?? []) {
    for (const { basis } of lines) {
      const ground = groundText(basis);
      byGround.set(ground, (byGround.get(ground) ?? new Set()).add(name));
    }
  }
  return [...byGround].map(([ground, names]) => `${[...names].join('、')}：${ground}。`);
}

function groundText(basis: Basis): string {
  if (basis.kind === 'reported') return `转引${basis.source}，${basis.note}`;
  if (basis.kind === 'assumed') return `推定，${basis.assumption}`;
  const { place, quote } = basis.citation;
  return `${place}“${quote}”${basis.assumption === undefined ? '' : `（推定：${basis.assumption}）`}`;
}

/** The list of what a policy sets by grade, tier or path. */
export const MEASURE_LISTS: readonly ListForm[] = [measures];
