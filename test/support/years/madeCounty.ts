import { matchHeaders, readLedger, type Cell, type Ledger } from '../../../src/engine/ledger/index';
import { YEAR_FIELDS } from '../../../src/engine/years/index';
import { type Chance, chanceOf } from './chance';
import { damaged, otherSpelling } from './damage';
import type { CountyTruth } from './countyTruth';
import { firmName, wholeCode } from './identity';

/** How a county is made: its size, how badly its ledgers are kept, and what happens in it that the model does not know. */
export interface CountyPlan {
  readonly seed: number;
  readonly firms: number;
  readonly years: number;
  readonly truth: CountyTruth;
  /** Shares of the later ledgers' rows whose code is damaged, whose name is another, whose parcel is divided. */
  readonly brokenCodes?: number;
  readonly renamed?: number;
  readonly divided?: number;
  /** Deviation of a year's growth from the county's. */
  readonly yearly?: number;
  /** Changes the county as it steps into a year, counted from 0. */
  readonly event?: (firms: MadeFirm[], year: number, chance: Chance) => void;
}

/** An enterprise as it is, whatever a ledger says of it. */
export interface MadeFirm {
  readonly id: number;
  readonly township: string;
  readonly scale: string;
  readonly area: number;
  readonly code: string;
  name: string;
  parcels: string[];
  plotRatio: number;
  tax: number;
  valueAdded: number;
}

/** A county's ledgers, one a year, with the enterprise behind each row. */
export interface MadeCounty {
  readonly ledgers: readonly {
    readonly year: number;
    readonly ledger: Ledger;
    readonly cells: readonly (readonly Cell[])[];
  }[];
  readonly idOfRow: readonly (readonly number[])[];
  readonly firms: readonly (readonly MadeFirm[])[];
}

/** The names of a made-up ledger's columns. */
export const COUNTY_HEADERS = [
  ...[
    '企业名称',
    '统一社会信用代码',
    '地块编码',
    '所属镇街',
    '规上/规下',
    '用地面积（亩）',
    '税收（万元）',
    '工业增加值（万元）',
  ],
  ...['容积率', '供地日期', '实际开工', '实际竣工', '完成时限', '完成日期', '成交单价（万元/亩）', '收储成本（万元）'],
];

const HEADER_MATCH = matchHeaders([COUNTY_HEADERS]);

const TOWNSHIPS = ['城关镇', '东湖街道', '石桥镇', '甘霖镇', '三江街道', '长乐镇'];
const FIRST_YEAR = 2021;

/** A county over two or three years. */
export function madeCounty(plan: CountyPlan): MadeCounty {
  const chance = chanceOf(plan.seed);
  let next = 0;
  const born = () => newFirm(next++, plan, chance);
  let firms = Array.from({ length: plan.firms }, born);
  const ledgers: MadeCounty['ledgers'][number][] = [];
  const [idOfRow, all]: [number[][], MadeFirm[][]] = [[], []];
  for (let year = 0; year < plan.years; year++) {
    if (year > 0) firms = stepped(firms, plan, chance, born);
    plan.event?.(firms, year, chance);
    const rows = firms.flatMap((firm) => rowsOf(firm, { plan, chance, year }).map((cells) => ({ id: firm.id, cells })));
    const order = rows.map((row) => ({ row, at: chance.uniform() })).sort((a, b) => a.at - b.at);
    const cells = order.map(({ row }) => row.cells);
    ledgers.push({ year: FIRST_YEAR + year, ledger: ledgerOf(cells), cells });
    idOfRow.push(order.map(({ row }) => row.id));
    all.push(firms.map((firm) => ({ ...firm })));
  }
  return { ledgers, idOfRow, firms: all };
}

/** Rows read as a ledger of this county. */
export function ledgerOf(rows: readonly (readonly Cell[])[]): Ledger {
  return readLedger(HEADER_MATCH, rows, { fields: YEAR_FIELDS, zeroIsBlank: false });
}

function newFirm(id: number, { seed }: CountyPlan, chance: Chance): MadeFirm {
  const area = round(Math.exp(2.8 + 0.9 * chance.normal()), 2);
  const tax = area * Math.exp(2.2 + 0.8 * chance.normal());
  return {
    id,
    township: TOWNSHIPS[chance.below(TOWNSHIPS.length)] ?? '',
    scale: tax > 250 ? '规上' : '规下',
    area,
    code: wholeCode(id + 1000 * (seed % 1000), chance),
    name: firmName(id, chance),
    parcels: [`DK${String(id).padStart(6, '0')}`],
    plotRatio: 0.5 + chance.uniform(),
    tax,
    valueAdded: tax * Math.exp(1.2 + 0.3 * chance.normal()),
  };
}

/** A year later: some have gone, the others have grown, some have built, and some have come. */
function stepped(firms: readonly MadeFirm[], plan: CountyPlan, chance: Chance, born: () => MadeFirm): MadeFirm[] {
  const { truth, yearly = 0, renamed = 0, divided = 0 } = plan;
  const [tax, added] = [truth.taxGrowth, truth.valueAddedGrowth].map((growth) => 1 + growth + yearly * chance.normal());
  const luck = () => Math.exp(truth.ownLuck * chance.normal() - truth.ownLuck ** 2 / 2);
  const stay = firms
    .filter(() => !chance.happens(truth.exitShare))
    .map((firm) => ({ ...firm, parcels: [...firm.parcels] }));
  for (const firm of stay) {
    firm.tax *= (tax ?? NaN) * luck();
    firm.valueAdded *= (added ?? NaN) * luck();
    if (chance.happens(truth.buildShare)) firm.plotRatio += 0.3 + 0.3 * chance.uniform();
    if (chance.happens(renamed)) firm.name = firmName(firm.id + 500_000, chance);
    if (firm.parcels.length === 1 && chance.happens(divided))
      firm.parcels = [`${firm.parcels[0] ?? ''}-1`, `${firm.parcels[0] ?? ''}-2`];
  }
  // New ones so many that their share of all that are there is the true one.
  const came = firms.filter(() => chance.happens((truth.entryShare / (1 - truth.entryShare)) * (1 - truth.exitShare)));
  return [...stay, ...came.map(born)];
}

interface Written {
  readonly plan: CountyPlan;
  readonly chance: Chance;
  readonly year: number;
}

/** The rows of an enterprise in a ledger: one a parcel, with its land divided and its tax repeated or divided as clerks do. */
function rowsOf(firm: MadeFirm, { plan, chance, year }: Written): Cell[][] {
  const repeated = chance.happens(0.5);
  const parts = firm.parcels.length;
  return firm.parcels.map((parcel, at) => {
    // Of two parcels one has the more, and by how much differs: halves would be the same amount twice.
    const part = parts === 1 ? 1 : at === 0 ? 0.62 : 0.38;
    const isBroken = year > 0 && chance.happens(plan.brokenCodes ?? 0);
    const amount = (value: number) => round(repeated ? value : value * part, 4);
    return [
      chance.happens(0.05) ? otherSpelling(firm.name) : firm.name,
      isBroken ? damaged(firm.code, chance) : firm.code,
      parcel,
      firm.township,
      firm.scale,
      round(firm.area * part, 4),
      amount(firm.tax),
      amount(firm.valueAdded),
      round(firm.plotRatio, 3),
      ...recordOf(firm, plan, chance, year),
    ];
  });
}

/** Days and prices of land, of every third parcel or so. */
function recordOf(firm: MadeFirm, { truth }: CountyPlan, chance: Chance, year: number): Cell[] {
  const last = FIRST_YEAR + year;
  const took = truth.buildTime * Math.exp(0.4 * chance.normal());
  const start = last + 1 - 6 * chance.uniform();
  const isBuilding = chance.happens(0.3);
  const due = last + 1 - 3 * chance.uniform();
  const closed = chance.happens(truth.onTime) ? due - 0.5 * chance.uniform() : due + 0.05 + chance.uniform();
  const noise = () => Math.exp(0.25 * chance.normal() - 0.25 ** 2 / 2);
  const floors = firm.area * (2000 / 3) * firm.plotRatio;
  const parts = firm.parcels.length;
  const paid = firm.area * (truth.acquisitionPrice * noise() + 3) + (floors * 600) / 10_000;
  const [isDue, isGranted, isBought] = [chance.happens(0.2), chance.happens(0.3), chance.happens(0.2)];
  return [
    isGranted ? dayOf(last - 2 * chance.uniform()) : '',
    isBuilding ? dayOf(start) : '',
    isBuilding && start + took < last + 1 ? dayOf(start + took) : '',
    isDue ? dayOf(due) : '',
    isDue && closed < last + 1 ? dayOf(closed) : '',
    isGranted ? round(truth.landPrice * noise(), 2) : '',
    isBought && parts === 1 ? round(paid, 2) : '',
  ];
}

function dayOf(year: number): string {
  const day = new Date(Date.UTC(Math.floor(year), 0, 1) + (year % 1) * 365.2425 * 86_400_000);
  return day.toISOString().slice(0, 10);
}

/** So many places, as clerks keep them. */
export function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
