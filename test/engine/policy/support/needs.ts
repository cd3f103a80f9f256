import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { applyPolicy } from '../../../../src/engine/assess/applyPolicy';
import type { AssessContext } from '../../../../src/engine/assess/context';
import { fieldsRead } from '../../../../src/engine/assess/readings';
import type { Cell } from '../../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../../src/engine/ledger/matchHeaders';
import { readLedger, type Ledger } from '../../../../src/engine/ledger/readLedger';
import { loadPack } from '../../../../src/engine/policy/loadPack';
import type { PolicyPack } from '../../../../src/engine/policy/pack';
import type { Day } from '../../../../src/engine/quantity/day';

/** What real policies need to say, with a policy that says it and rows whose answers stand in the last columns. */
interface NeedFile {
  readonly need: string;
  readonly policies: number;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly rows: readonly (readonly Cell[])[];
}

/** A need, its policy's file and pack, a ledger without the answers, and those by the name of their column. */
export interface Need {
  readonly need: string;
  readonly policies: number;
  readonly file: Readonly<Record<string, unknown>>;
  readonly pack: PolicyPack;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly ledger: Ledger;
  readonly context: AssessContext;
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

export const NEEDS_DAY = '2026-02-28' as Day;

const HEAD = {
  ...{ title: '试县办法', short: '试县2026', place: '试县', aliases: [], status: 'issued', published: '2026-01-01' },
  ...{ source: '', conventions: {}, fields: {}, values: {} },
};

/** All needs of test/fixtures/policies/needs.yaml. */
export function readNeeds(): readonly Need[] {
  const text = readFileSync(new URL('../../../fixtures/policies/needs.yaml', import.meta.url), 'utf8');
  return (parse(text) as NeedFile[]).map(needOf);
}

function needOf({ need, policies, policy, rows: [heads = [], ...rows] }: NeedFile, at: number): Need {
  const file = { id: `need-${String(at + 1)}`, ...HEAD, ...policy };
  const pack = loadPack(stringify(file), new Map(), 'pack.yaml');
  const asked = ['档位', '路径', '综合得分', '评定等级', ...(pack.measures ?? []).map(({ name }) => name)];
  const isAnswer = heads.map((head) => asked.includes(String(head)));
  const given = (line: readonly Cell[]) => line.filter((_, column) => !isAnswer[column]);
  const headers = given(heads).map(String);
  const ledger = readLedger(matchHeaders([headers]), rows.map(given), { fields: fieldsRead(pack), zeroIsBlank: false });
  const answers = heads.flatMap((head, column) =>
    isAnswer[column] ? [[String(head), rows.map((line) => String(line[column]))] as const] : [],
  );
  const context = { policy: applyPolicy(pack, { asOf: NEEDS_DAY }), cohort: ledger };
  return { need, policies, file, pack, headers, rows: rows.map(given), ledger, context, answers: new Map(answers) };
}
