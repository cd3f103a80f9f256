import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../../../src/engine/ledger/fields';
import { annualTargets } from '../../../../src/engine/policy/targets/annualTargets';
import { findPack } from '../../../../src/engine/policy/packs';
import type { PolicyPack } from '../../../../src/engine/policy/pack';
import { loadRulebook } from '../../../../src/engine/policy/rulebook/loadRulebook';
import { RULEBOOK_PACKS, rulebookOf, type RulebookEntry } from '../../../../src/engine/policy/rulebook/rulebook';

const SHARED = new URL('../../../../../shared/', import.meta.url);
const IDS = JSON.parse(readFileSync(new URL('../../../fixtures/rule-ids.json', import.meta.url), 'utf8')) as string[];
const entriesOf = (packId: string): readonly RulebookEntry[] => rulebookOf({ id: packId })?.entries ?? [];
const all = RULEBOOK_PACKS.flatMap((packId) => entriesOf(packId).map((entry) => ({ packId, entry })));

interface SharedRule {
  readonly id: string;
  readonly place: string;
  readonly quotes: readonly string[];
}

it('has every rule of the five documents exactly once', () => {
  expect(IDS).toHaveLength(147);
  expect(all.map(({ entry }) => entry.id).toSorted()).toEqual(IDS.toSorted());
});

it('has the quotes of the extraction, where that is at hand', () => {
  const file = new URL('domain/rules.json', SHARED);
  if (!existsSync(file)) {
    console.warn('entries not held against rules.json: it is not beside this checkout');
    return;
  }
  const rules = JSON.parse(readFileSync(file, 'utf8')) as SharedRule[];
  const own = new Map(all.map(({ entry }) => [entry.id, { place: entry.place, quotes: entry.quotes }]));
  expect(rules.map(({ id }) => own.get(id))).toEqual(rules.map(({ place, quotes }) => ({ place, quotes })));
});

describe.each(RULEBOOK_PACKS)('%s', (packId) => {
  const pack = findPack(packId) as PolicyPack;

  it('quotes its document to the letter', () => {
    const source = new URL(`seeds/${pack.source}`, SHARED);
    if (!existsSync(source)) {
      console.warn(`quotes of ${packId} not checked: the source texts are not beside this checkout`);
      return;
    }
    const text = readFileSync(source, 'utf8').replace(/\n\d+、/g, '');
    expect(entriesOf(packId).flatMap(({ quotes }) => quotes.filter((quote) => !text.includes(quote)))).toEqual([]);
  });

  it('what an entry gives is in the pack', () => {
    const known: Readonly<Record<string, readonly string[]>> = {
      tier: pack.tiers?.map(({ answer }) => answer) ?? [],
      path: pack.paths?.map(({ answer }) => answer) ?? [],
      value: [...pack.values.keys()],
      field: pack.fields.map(({ name }) => name),
    };
    const wrong = entriesOf(packId).flatMap(({ id, gives = [], targets, checks, task, departments, due }) =>
      gives
        .filter((given) => {
          const [kind = '', ...rest] = given.split(' ');
          if (known[kind]) return !known[kind].includes(rest.join(' '));
          if (kind === 'target') return !targets?.length;
          if (kind === 'check') return !checks?.length;
          if (kind === 'task') return task === undefined || (!departments?.length && !due?.length);
          if (kind === 'waiver') return pack.waiver?.kind !== 'cited';
          if (kind === 'period') return pack.until === undefined;
          return kind !== 'status' && kind !== 'list';
        })
        .map((given) => `${id}: ${given}`),
    );
    expect(wrong).toEqual([]);
  });

  it('what the pack judges by is given by an entry, or is the remainder', () => {
    const given = new Set(entriesOf(packId).flatMap(({ gives = [] }) => gives));
    const judged = [
      ...(pack.tiers ?? []).map(({ answer }) => `tier ${answer}`),
      ...(pack.paths ?? [])
        .filter(({ condition }) => condition.kind !== 'always')
        .map(({ answer }) => `path ${answer}`),
      ...[...pack.values.keys()].map((name) => `value ${name}`),
    ];
    expect(judged.filter((name) => !given.has(name))).toEqual([]);
  });

  it('entries of one place of the document have the same departments', () => {
    const places = new Map<string, Set<string>>();
    for (const { place, departments, also } of entriesOf(packId)) {
      // 附件 is a table of its own beside the text.
      if (/[、/]|附件|抬头|标题/.test(place) || !/\d$/.test(place)) continue;
      places.set(place, (places.get(place) ?? new Set()).add(JSON.stringify([departments, also])));
    }
    expect([...places].filter(([, kinds]) => kinds.size > 1)).toEqual([]);
  });

  it('checks name fields of the ledger, departments are named once', () => {
    for (const { checks = [], departments = [] } of entriesOf(packId)) {
      for (const { field } of checks) if (field !== undefined) fieldOf(field);
      expect(new Set(departments).size).toBe(departments.length);
    }
  });

  it('the yearly targets are those of the entries', () => {
    const targets = entriesOf(packId).flatMap((entry) => entry.targets ?? []);
    for (const { name, value, by } of annualTargets({ id: packId })) {
      expect(targets).toContainEqual(expect.objectContaining({ name, value, by }));
    }
  });
});

it('tasks of 许昌 and 嘉定 come in their order, each with its leading department', () => {
  const tasks = (packId: string) => entriesOf(packId).filter(({ task }) => task !== undefined);
  expect(tasks('xuchang-2021-draft').map(({ task }) => task)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(tasks('jiading-2017').map(({ task }) => task)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
  const leads = new Map(all.map(({ entry }) => [entry.id, entry.departments?.[0]]));
  expect([
    leads.get('XC-T01'),
    leads.get('XC-T17'),
    leads.get('JD-T14'),
    leads.get('JX-09'),
    leads.get('SZ-15'),
  ]).toEqual(['市发展和改革委员会', '市市场监督管理局', '区审改办', '市经信局', '开发区〈高新园区〉']);
});

it('departments stand as the document has them: who leads only where it says that the first does', async () => {
  const of = async (id: string) => {
    const book = await loadRulebook({ id });
    return [book?.departmentsAre?.role, book?.departmentsAre?.firstLeads ?? false];
  };
  expect(await of('shengzhou-2021')).toEqual(['责任单位', false]);
  expect(await of('taicang-2023')).toEqual(['责任单位', false]);
  expect(await of('jiading-2017')).toEqual(['牵头部门', false]);
  expect(await of('jiaxing-2024')).toEqual(['责任单位', true]);
  expect(await of('xuchang-2021-draft')).toEqual(['责任单位', true]);
  const named = new Map(all.map(({ entry }) => [entry.id, entry]));
  expect(named.get('JX-10')?.precondition).toBe('在符合有关规定的前提下');
  expect(named.get('SZ-16')?.departments).toContain('自然资源局');
  expect(named.get('SZ-22')?.departments).toContain('法院');
  expect(named.get('SZ-15')?.also).toEqual({ role: '实施单位', names: ['各乡镇〈街道〉'] });
  expect(named.get('XC-09')?.departments?.[1]).toBe('市发展和改革委员会');
  const south = ['JX-06', 'JX-07', 'JX-08', 'JX-09', 'JX-10', 'JX-13', 'JX-14', 'JX-15', 'JX-16', 'JX-17'];
  expect(south.filter((id) => named.get(id)?.also?.names.length !== 3)).toEqual([]);
});

it('a document that is known by report alone has no entries of its own', async () => {
  expect((await loadRulebook({ id: 'shengzhou-2021' }))?.entries).toHaveLength(32);
  expect(await loadRulebook({ id: 'xuchang-2021' })).toBeUndefined();
});
