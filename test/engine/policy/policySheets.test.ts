import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/index';
import { builtInPacks, findPack, policyDifferences, readPolicyEdits } from '../../../src/engine/policy/index';
import { applyPolicy } from '../../../src/engine/assess/index';
import { policyRanges } from '../../support/policyRanges';

const packs = builtInPacks().map((pack) => [pack.id, pack] as const);

describe.each(packs)('%s: its two sheets', (_, pack) => {
  it('read back as the very rules and values they were written from', () => {
    const { parameters, decisions } = policyRanges(pack);
    for (const edits of [readPolicyEdits(pack, parameters), readPolicyEdits(pack, parameters, decisions)]) {
      if ('problems' in edits) throw new Error(JSON.stringify(edits.problems));
      expect(edits.pack.tiers ?? []).toEqual(pack.tiers ?? []);
      expect(edits.pack.paths ?? []).toEqual(pack.paths ?? []);
      expect((edits.pack.paths ?? []).every((rule, index) => rule === pack.paths?.[index])).toBe(true);
      expect([...edits.overlay.values]).toEqual([...applyPolicy(pack).values]);
      expect(policyDifferences(pack, edits, undefined)).toEqual({ values: [], lines: [] });
    }
  });

  it('carry a citation, an assumption or a source in every line', () => {
    const { decisions } = policyRanges(pack);
    const [head = []] = decisions;
    const at = (name: string) => head.indexOf(name);
    const lines = decisions.slice(1).filter((line) => line[0] !== '');
    expect(lines.length).toBe((pack.tiers?.length ?? 0) + (pack.paths?.length ?? 0));
    for (const line of lines) expect(`${String(line[at('原文')])}${String(line[at('说明')])}`).not.toBe('');
  });
});

describe('edits of 嵊州', () => {
  const pack = findPack('嵊州2021');
  if (!pack) throw new Error('no pack');
  const HEAD = 3;
  const column = (decisions: readonly (readonly Cell[])[], name: string) => decisions[HEAD]?.indexOf(name) ?? -1;
  const edited = (edit: (decisions: Cell[][]) => void) => {
    const { parameters, decisions } = policyRanges(pack, { decisions: edit });
    return readPolicyEdits(pack, parameters, decisions);
  };

  it('a line with another condition is the workbook’s own, and says what it was', () => {
    const edits = edited((decisions) => {
      (decisions[HEAD + 1] as Cell[])[column(decisions, '亩均税收')] = '<=6';
    });
    if ('problems' in edits) throw new Error(JSON.stringify(edits.problems));
    const [first, second] = edits.pack.tiers ?? [];
    expect(first?.condition).toEqual({
      kind: 'compare',
      op: '<=',
      left: { kind: 'field', name: '亩均税收' },
      right: { kind: 'number', value: 6 },
    });
    expect(first?.basis).toEqual({ kind: 'assumed', assumption: '本工作簿“判定表”修改' });
    expect(second).toBe(pack.tiers?.[1]);
    expect(policyDifferences(pack, edits, undefined).lines).toEqual([
      {
        kind: 'cell',
        table: 'tiers',
        number: 1,
        header: '亩均税收',
        before: '<=重点排查线',
        after: '<=6',
        place: { row: 1, column: 2 },
      },
    ]);
  });

  it('lines added, removed and moved are told', () => {
    const edits = edited((decisions) => {
      const [a, b] = [decisions[HEAD + 1] as Cell[], decisions[HEAD + 2] as Cell[]];
      decisions[HEAD + 1] = b;
      decisions[HEAD + 2] = a;
      decisions[HEAD + 3] = (decisions[HEAD + 3] as Cell[]).map(() => '');
      const spare = decisions.findIndex((line, row) => row > HEAD + 4 && line[0] === '');
      (decisions[spare] as Cell[])[0] = '路径';
      (decisions[spare] as Cell[])[column(decisions, '结论')] = '保留观察';
    });
    if ('problems' in edits) throw new Error(JSON.stringify(edits.problems));
    expect(edits.pack.tiers?.map(({ answer }) => answer)).toEqual(['重点检查', '重点排查', '不纳入']);
    expect(edits.pack.paths?.at(-1)?.answer).toBe('保留观察');
    expect(policyDifferences(pack, edits, undefined).lines.map((one) => one.kind)).toEqual([
      'removed',
      'moved',
      'added',
    ]);
  });

  it.each<[string, string, Cell, string, string]>([
    ['亩均税收', '5-15', '5-15', '', ''],
    ['亩均税收', 'a date', 45_792, 'looksLikeDate', '45792'],
    ['亩均税收', 'a word', '很低', 'unknownName', '很低'],
    ['等级', 'a grade there is not', 'C;E', 'unknownWord', 'E'],
    ['符合规划', 'a word of another column', '差', 'unknownWord', '差'],
    ['其他条件', 'a name nobody knows', '税率 <= 5', 'unknownName', '税率'],
    ['其他条件', 'half a rule', '亩均税收 <=', 'syntax', ''],
    ['类别', 'another table', '等级', 'unknownKind', '等级'],
    ['结论', 'nothing', '', 'noAnswer', ''],
  ])('%s: %s', (header, _, cell, code, part) => {
    const edits = edited((decisions) => {
      (decisions[HEAD + 6] as Cell[])[column(decisions, header)] = cell;
    });
    const problems = 'problems' in edits ? edits.problems : [];
    if (code === '') {
      expect(problems).toEqual([]);
      return;
    }
    expect(problems).toHaveLength(1);
    const [first] = problems;
    expect(first?.in).toBe('decisions');
    expect(first?.problem).toMatchObject({ code, place: { row: 6 } });
    if (part !== '') expect(first?.problem).toMatchObject({ part });
  });

  it('a header that was changed is told, not left out', () => {
    const edits = edited((decisions) => {
      (decisions[HEAD] as Cell[])[column(decisions, '落后产能')] = '落后';
    });
    expect('problems' in edits && edits.problems[0]?.problem).toMatchObject({ code: 'unknownColumn', part: '落后' });
  });
});
