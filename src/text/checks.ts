import type { BalanceVerdict, PromiseVerdict, ResultAnswer } from '../engine/assess/index';
import { creditCodeText, waiverText } from './answers';
import { unresolvedText } from './functions';

const BALANCED = { park: '园区内统筹达标', precinct: '片区内统筹达标', all: '统筹达标' } as const;
const PARCEL_FIELDS = { area: '面积', ratio: '容积率或绿地率' } as const;

/** What MUJUN_AREA_BALANCE says of a parcel; `other` is the row, from 1, of the parcel that keeps the place open. */
export function balanceText(verdict: BalanceVerdict, other?: number): string {
  switch (verdict.kind) {
    case 'own':
      return '达标';
    case 'balanced':
      return BALANCED[verdict.level];
    case 'short':
      return '未达标';
    case 'unresolved': {
      const missing = verdict.missing.map((field) => PARCEL_FIELDS[field]);
      return unresolvedText(other === undefined ? missing : missing.map((label) => `第 ${other} 行的${label}`));
    }
  }
}

/** What MUJUN_MIX_CHECK says. */
export const MIX_TEXT = { met: '达标', missed: '未达标' } as const;

/** What MUJUN_STD_CHECK says of a promise. */
export const PROMISE_TEXT: Readonly<Record<PromiseVerdict, string>> = {
  kept: '履约',
  partly: '部分履约',
  broken: '未履约',
};

/** What MUJUN_STD_CHECK says of a grant's years. */
export const TERM_TEXT = { within: '符合', beyond: '超过 {years} 年，请核对' } as const;

/** The parts of a question to saved results, as their columns are named. */
export const RESULT_PARTS: Readonly<Record<Extract<ResultAnswer, { kind: 'unknown' }>['part'], string>> = {
  scenario: '方案',
  year: '年份',
  measure: '指标',
  statistic: '统计',
  township: '区镇',
};

/** How 核对表 answers: the functions' own words. */
export const CHECK_WORDS = {
  term: TERM_TEXT,
  mix: MIX_TEXT,
  balance: { own: balanceText({ kind: 'own', ratio: 0 }), ...BALANCED, short: '未达标' },
  code: creditCodeText,
  waiver: waiverText,
} as const;
