import type { Header } from '../words/header';
import type { Candidate } from './candidate';
import type { ColumnInfo } from './columnInfo';

/** Paid once, when land changes hands. */
const ONCE = /契税|土地增值税|耕地占用税|交易[\u4e00-\u9fff]{0,2}税/;
/** Not paid, and not due either. */
const OWED = /欠|未缴/;
const INTENDED = /预[计期测]|协议|承诺|约定|计划|规划|目标|达产|达标|拟/;

const HAPPENED = /实际|实缴|入库|完成/;

/** 契税 and what else is paid when land changes hands. */
export function isOnce({ path }: Pick<ColumnInfo, 'path'>): boolean {
  return path.some(({ text }) => ONCE.test(text));
}

/** Whether a candidate for the year's tax is certainly none: a duty on a sale of land, arrears, or what somebody has promised. */
export function isNoTax({ columns }: Candidate, infos: readonly ColumnInfo[]): boolean {
  return columns.every(({ column }) => {
    const path = infos[column]?.path.map(({ text }) => text) ?? [];
    const texts = path.join('/');
    // 达产复核 over 实际入库税收: what came in is no intention.
    const isIntended = INTENDED.test(texts) && !HAPPENED.test(path.at(-1) ?? '');
    return texts !== '' && (ONCE.test(texts) || OWED.test(texts) || isIntended);
  });
}

/** 出让金, 闲置费, 违约金 are paid too, and are no tax. */
export function isOtherMoney({ name }: Pick<Header, 'name'>): boolean {
  return /(?:金|费)$/.test(name) && !name.includes('税');
}
