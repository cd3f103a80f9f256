import type { WriteOutcome, WritePlan } from '../../../src/workbook/port';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import { area, type PortBench } from '../../workbook/portBench';

/** A kind of write whose every request is refused in turn. */
interface BrokenWrite {
  readonly name: string;
  readonly plan: (sheetId: string) => WritePlan;
}

const NAMES = [
  ['甲', 40],
  ['乙', '=B1*2'],
  ['丙', '=1+1是字'],
] as const;

/** What the pane writes: columns beside a ledger, formulas, other words in its cells, sheets with a print set-up, several at once. */
export const BROKEN_WRITES: readonly BrokenWrite[] = [
  {
    name: 'columns beside a ledger, with widths and colours',
    plan: (id) => ({
      title: '写入',
      sheet: { id },
      blocks: [
        {
          area: area(0, 4, 1, 2),
          values: [['档位', '依据']],
          format: { bold: true, fill: '#DDEBF7', columnWidth: 90 },
        },
        {
          area: area(1, 4, 2, 2),
          values: [
            ['重点排查', '一'],
            ['不纳入', '二'],
          ],
        },
      ],
    }),
  },
  {
    name: 'formulas that spill',
    plan: (id) => ({
      title: '写入',
      sheet: { id },
      blocks: [{ area: area(0, 4), formulas: [['=A1:A3&"号"']], spill: area(1, 4, 2) }],
    }),
  },
  {
    name: 'other words in cells in use',
    plan: (id) => ({
      title: '修正',
      sheet: { id },
      blocks: [
        { area: area(0, 0), values: [['甲厂']], replaces: [['甲']] },
        { area: area(1, 1), values: [[80]], replaces: [['=B1*2']] },
        { area: area(2, 1), values: [['字']], replaces: [['=1+1是字']] },
      ],
    }),
  },
  {
    name: 'a new sheet, merged, framed, protected and set up for print',
    plan: () => ({
      title: '目标表',
      sheet: { newName: '目标' },
      blocks: [
        {
          area: area(0, 0, 2, 2),
          values: [
            ['目标', ''],
            ['甲', 1],
          ],
          format: { border: true, columnWidth: 80 },
        },
      ],
      merges: [area(0, 0, 1, 2)],
      freezeRows: 1,
      print: { landscape: true, margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 } },
      protect: true,
    }),
  },
  {
    name: 'a new sheet and columns beside a ledger together',
    plan: (id) => ({
      title: '收回',
      sheet: { id },
      blocks: [{ area: area(0, 5), values: [['收回']] }],
      more: [{ sheet: { newName: '收回记录' }, blocks: [{ area: area(0, 0), values: [['处']] }] }],
    }),
  },
];

/** What came of refusing each request of a write in turn, as it came and after it was carried out. */
export interface Broken {
  readonly injected: number;
  /** Writes that failed, were told, and left the workbook as it was. */
  readonly asBefore: number;
  /** Writes that were done though a request was refused, and could be taken back whole. */
  readonly done: number;
  /** Where it went otherwise. */
  readonly wrong: readonly string[];
}

type Host = Pick<WorkbenchApi, 'meter' | 'refuse'>;

/** Refuses every request of a write in turn with each of some codes; `host` is the workbench's own. */
export async function breakEach(
  bench: PortBench,
  host: Host,
  { name, plan: planOf }: BrokenWrite,
  codes: readonly string[],
): Promise<Broken> {
  const plan = planOf(await ledgerSheet(bench));
  const before = JSON.stringify(await printOfBook(bench));
  const requests = await requestsOf(bench, host, plan);
  const tally = { injected: 0, asBefore: 0, done: 0, wrong: [] as string[] };
  for (const code of codes) {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; at <= requests; at++) {
        const hasCome = host.refuse(at, code, when);
        const outcome = await bench.port.write(plan).catch((error: unknown) => String(error));
        const isRefused = hasCome();
        // A write that asked for less than the first one must not leave its refusal to whoever looks at the workbook next.
        host.refuse(Infinity, code);
        const [kind, wrong] = await outcomeOf(bench, outcome, before);
        if (!isRefused && kind === 'done' && wrong === '') continue;
        tally.injected += 1;
        if (wrong === '' && kind !== 'wrong') tally[kind] += 1;
        else tally.wrong.push(`${name}, ${code} ${when} ${at} of ${requests}: ${wrong}`);
      }
    }
  }
  return tally;
}

async function requestsOf({ port }: PortBench, host: Host, plan: WritePlan): Promise<number> {
  host.meter('anew');
  const outcome = await port.write(plan);
  const { requests } = host.meter();
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  await port.undo(outcome.receipt);
  return requests;
}

async function outcomeOf(
  bench: PortBench,
  outcome: WriteOutcome | string,
  before: string,
): Promise<readonly ['asBefore' | 'done' | 'wrong', string]> {
  const print = async () => JSON.stringify(await printOfBook(bench));
  if (typeof outcome === 'string') return ['wrong', `rejected with ${outcome}`];
  if (outcome.kind === 'done') {
    const undone = await bench.port.undo(outcome.receipt);
    return ['done', undone.kind === 'done' && (await print()) === before ? '' : `done, then ${undone.kind}`];
  }
  const isAsBefore = (await print()) === before;
  return [
    'asBefore',
    outcome.kind === 'failed' && isAsBefore ? '' : `${JSON.stringify(outcome)} ${String(isAsBefore)}`,
  ];
}

/** The sheets of the workbook with all they hold, each of its sheets by name. */
async function printOfBook({ port }: PortBench): Promise<Readonly<Record<string, unknown>>> {
  const sheets = await port.sheets();
  const held = [];
  for (const { id, name } of sheets) held.push([name, await port.readFormulas(id)] as const);
  return Object.fromEntries(held);
}

/** A sheet as every write finds it; its text that looks like a formula is text. */
function ledgerSheet({ addSheet }: PortBench): Promise<string> {
  return addSheet({ name: '写坏', cells: NAMES.map(([name, cell], row) => [name, row === 2 ? `'${cell}` : cell]) });
}
