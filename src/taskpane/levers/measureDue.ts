import type { Entry } from '../../text/pane/entry';
import { counted } from './lever';

/** What a measure of the policy comes to over the ledger in a year, or why that cannot be worked out. */
export type MeasureDue = { readonly name: string; readonly unit: string } & (
  | {
      readonly kind: 'counted';
      /** wanYuan a year by parcel, below 0 what it is spared; NaN where not known. */
      readonly amounts: Float64Array;
      /** Parcels that pay more and less, and what that comes to. */
      readonly more: Share;
      readonly less: Share;
      /** Parcels for which the policy has words alone, those that are 待核实, and those without the quantity. */
      readonly inWords: number;
      readonly open: number;
      readonly without: number;
      readonly quantity: string;
    }
  | { readonly kind: 'noColumn'; readonly quantity: string }
  | { readonly kind: 'inWords' | 'noQuantity' | 'noDirection' }
);

interface Share {
  readonly parcels: number;
  readonly amount: number;
}

/** What a measure brings and costs, and what is not in it. */
export function dueText(due: MeasureDue): Entry {
  const { name, unit } = due;
  const called = unit === '' ? name : `${name}（${unit}）`;
  switch (due.kind) {
    case 'inWords':
      return [`${called}：原文没有写数，不计。`, `${called}: the document sets no number, left out.`];
    case 'noQuantity':
      return [
        `${called}：台账没有它所乘的数量，不计。`,
        `${called}: the ledger has no quantity that it applies to, left out.`,
      ];
    case 'noDirection':
      return [
        `${called}：看不出是加收还是减免，不计；名称里写明“加价”或“减免”的才计。`,
        `${called}: neither a surcharge nor a rebate by its name, left out.`,
      ];
    case 'noColumn':
      return [`${called}：台账缺“${due.quantity}”，不计。`, `${called}: the ledger lacks ${due.quantity}, left out.`];
    case 'counted':
      return [countedText(called, due), `${called}: ${sumsInEnglish(due)}`];
  }
}

type Counted = MeasureDue & { readonly kind: 'counted' };

const wan = (amount: number) => counted(Math.round(amount * 100) / 100);

function countedText(called: string, { more, less, inWords, open, without, quantity }: Counted): string {
  const parts = [
    ...(more.parcels > 0 ? [`一年加收 ${wan(more.amount)} 万元（${counted(more.parcels)} 户）`] : []),
    ...(less.parcels > 0 ? [`一年减免 ${wan(less.amount)} 万元（${counted(less.parcels)} 户）`] : []),
  ];
  const left = [
    ...(open > 0 ? [`待核实 ${counted(open)} 户`] : []),
    ...(without > 0 ? [`缺${quantity} ${counted(without)} 户`] : []),
    ...(inWords > 0 ? [`原文没有写数 ${counted(inWords)} 户`] : []),
  ];
  const sums = parts.length === 0 ? '没有一户加收或减免' : parts.join('，');
  return `${called}：${sums}${left.length === 0 ? '' : `；${left.join('、')}，没有计入`}。`;
}

function sumsInEnglish({ more, less, inWords, open, without }: Counted): string {
  const left = inWords + open + without;
  return `${wan(more.amount)} more a year from ${counted(more.parcels)}, ${wan(less.amount)} less from ${counted(less.parcels)} (wan yuan)${left === 0 ? '' : `; ${counted(left)} not known`}.`;
}
