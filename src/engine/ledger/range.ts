import { cellText, type Cell } from './cell';

/** The numbers a cell allows: 25-40, ≥30, 30以上, 1.5≤容积率≤2.5. A side that is open is infinite. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
}

const NUMBER = '(\\d+(?:\\.\\d+)?)';
const BETWEEN = new RegExp(`^${NUMBER}[%‰]?(?:-|—|–|~|至|到)${NUMBER}\\D*$`);
const CHAIN = new RegExp(`^${NUMBER}(≤|<=|<)[^\\d≤<=]*(≤|<=|<)${NUMBER}$`);
const LOW = new RegExp(`^(≥|>=|>|不低于|不少于|不小于|大于等于|大于|至少|高于|超过)${NUMBER}\\D*$`);
const HIGH = new RegExp(`^(≤|<=|<|不高于|不超过|不多于|不大于|小于等于|小于|至多|低于)${NUMBER}\\D*$`);
const BEHIND = new RegExp(`^${NUMBER}[^\\d以]*(\\(含\\))?(以上|以下|及以上|及以下|以内)(\\(含\\))?$`);
/** Only these leave the line itself out. */
const STRICT = /^(?:>|<|大于|高于|超过|小于|低于)$/;

/**
 * Reads a range as plans and contracts write it (domain/ledgers.md, quirk 14); undefined for anything else. A column of dates
 * or numbers of parcels has no ranges: the caller asks for amounts only.
 */
export function readRange(cell: Cell): NumberRange | undefined {
  if (typeof cell !== 'string') return undefined;
  const text = cellText(cell).replace(/(\d),(?=\d{3})/g, '$1');
  const between = BETWEEN.exec(text);
  if (between) return ordered(Number(between[1]), Number(between[2]));
  const chain = CHAIN.exec(text);
  if (chain) {
    const range = ordered(Number(chain[1]), Number(chain[4]));
    return range && { ...range, includesFrom: chain[2] !== '<', includesTo: chain[3] !== '<' };
  }
  return oneSided(text);
}

function ordered(from: number, to: number): NumberRange | undefined {
  return from <= to ? { from, to, includesFrom: true, includesTo: true } : undefined;
}

function oneSided(text: string): NumberRange | undefined {
  const low = LOW.exec(text);
  if (low) return above(Number(low[2]), !STRICT.test(low[1] ?? ''));
  const high = HIGH.exec(text);
  if (high) return below(Number(high[2]), !STRICT.test(high[1] ?? ''));
  const behind = BEHIND.exec(text);
  if (!behind) return undefined;
  const includes = !/^以下$/.test(behind[3] ?? '') || behind[2] !== undefined || behind[4] !== undefined;
  return /上$/.test(behind[3] ?? '') ? above(Number(behind[1]), true) : below(Number(behind[1]), includes);
}

function above(from: number, includesFrom: boolean): NumberRange {
  return { from, to: Infinity, includesFrom, includesTo: false };
}

function below(to: number, includesTo: boolean): NumberRange {
  return { from: -Infinity, to, includesFrom: false, includesTo };
}
