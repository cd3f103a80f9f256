import type { MeasuredRows, MeasureVerdict } from '../../../engine/assess/index';
import { numberAt } from '../../../engine/column/index';
import { fieldOf } from '../../../engine/ledger/index';
import type { Levers } from '../../../engine/simulate/index';
import type { MeasureDue } from '../../levers/measureDue';
import { leadOf, type Assessment } from '../verdict/assessment';

/** A quantity of the ledger that an amount in some unit is multiplied by. */
interface Quantity {
  readonly field: 'electricity' | 'water' | 'landArea';
  /** The unit without what is above it, spaces and dots taken out: 千瓦时 of 元/千瓦·时. */
  readonly unit: RegExp;
  /** What the measure must be called, where the unit alone does not say of what. */
  readonly name: RegExp;
  /** How many of the unit one of the ledger's is: 亩 in ㎡. */
  readonly times: number;
}

/** 亩 in ㎡. */
const SQUARE_METRES = 2000 / 3;

const QUANTITIES: readonly Quantity[] = [
  { field: 'electricity', unit: /^(千瓦时|度|kwh)$/i, name: /电/, times: 1 },
  // What is charged for sewage goes by another meter.
  { field: 'water', unit: /^(吨|t|立方米|m3|方)$/i, name: /^(?!.*(污水|排水|废水)).*水/, times: 1 },
  { field: 'landArea', unit: /^(平方米|m2)(\/?年)?$/, name: /土地使用税/, times: SQUARE_METRES },
  { field: 'landArea', unit: /^亩(\/?年)?$/, name: /土地使用税/, times: 1 },
];

/** A measure says by its name whether its amounts are paid on top or taken off. */
const ON_TOP = /加价|加收|加征|附加|上浮|提高/;
const TAKEN_OFF = /减免|减征|减收|优惠|下浮|补贴|补助|返还|奖励/;

const MADE = new WeakMap<Assessment, readonly MeasureDue[]>();

/** What each measure of the policy comes to over the ledger, made once. */
export function measureDues(assessment: Assessment): readonly MeasureDue[] {
  const made = MADE.get(assessment) ?? newDues(assessment);
  MADE.set(assessment, made);
  return made;
}

/** The policy's own prices as a lever; undefined where none can be worked out. */
export function measureLever(assessment: Assessment): Levers['measures'] {
  const dues = measureDues(assessment).flatMap((due) => (due.kind === 'counted' ? [due.amounts] : []));
  return dues.length === 0 ? undefined : { dues };
}

function newDues(assessment: Assessment): MeasureDue[] {
  const { policy, measures } = assessment;
  const verdictsOf = (measure: MeasuredRows['measure']) =>
    measures.find((own) => own.measure === measure)?.verdicts ?? [];
  return (policy?.pack.measures ?? []).map((measure) => {
    return dueOf(assessment, { measure, verdicts: verdictsOf(measure) });
  });
}

function dueOf(assessment: Assessment, measured: MeasuredRows): MeasureDue {
  const { name, unit, lines } = measured.measure;
  const own = { name, unit };
  if (!lines.some(({ amount }) => amount)) return { ...own, kind: 'inWords' };
  const { money, per } = unitParts(unit);
  const quantity = QUANTITIES.find((one) => one.unit.test(per) && one.name.test(name));
  if (!quantity || money === undefined) return { ...own, kind: 'noQuantity' };
  const sign = ON_TOP.test(name) === TAKEN_OFF.test(name) ? 0 : TAKEN_OFF.test(name) ? -1 : 1;
  if (sign === 0) return { ...own, kind: 'noDirection' };
  const column = quantityColumn(assessment, quantity);
  const called = fieldOf(quantity.field).label;
  if (column.every((amount) => Number.isNaN(amount))) return { ...own, kind: 'noColumn', quantity: called };
  return {
    ...own,
    ...countedOf(
      assessment,
      measured,
      column.map((amount) => amount * sign * money),
      called,
    ),
  };
}

/** 元/千瓦·时: how many wanYuan one of the money is, and what it is for. */
function unitParts(unit: string): { readonly money: number | undefined; readonly per: string } {
  const plain = unit.normalize('NFKC').replace(/[\s·.]/g, '');
  const [, money = '', per = ''] = /^([^/]+)\/(.+)$/.exec(plain) ?? [];
  const inWan = { 元: 1 / 10_000, 万元: 1 }[money];
  return { money: inWan, per };
}

function quantityColumn({ whole, dataRows }: Assessment, { field, times }: Quantity): Float64Array {
  return Float64Array.from(dataRows, (row) => numberAt(whole, field, row) * times);
}

function countedOf(
  assessment: Assessment,
  { verdicts }: MeasuredRows,
  perUnit: Float64Array,
  quantity: string,
): Extract<MeasureDue, { kind: 'counted' }> extends infer Due
  ? Omit<Due & { kind: 'counted' }, 'name' | 'unit'>
  : never {
  const verdictOf = (index: number): MeasureVerdict | undefined => {
    const row = assessment.dataRows[index] ?? -1;
    return verdicts[leadOf(assessment, row) ?? row];
  };
  const amounts = perUnit.map((each, index) => {
    const verdict = verdictOf(index);
    if (verdict?.kind === 'none') return 0;
    return verdict?.kind === 'amount' ? each * verdict.amount : NaN;
  });
  const kinds = (wanted: MeasureVerdict['kind']) =>
    perUnit.filter((_, index) => verdictOf(index)?.kind === wanted).length;
  const without = amounts.filter((amount, index) => verdictOf(index)?.kind === 'amount' && Number.isNaN(amount)).length;
  const side = (sign: 1 | -1) => {
    const of = amounts.filter((amount) => amount * sign > 0);
    return { parcels: of.length, amount: of.reduce((sum, amount) => sum + amount * sign, 0) };
  };
  return {
    kind: 'counted',
    ...{ amounts, more: side(1), less: side(-1), quantity, without },
    ...{ inWords: kinds('words'), open: kinds('unresolved') },
  };
}
