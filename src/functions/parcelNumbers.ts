import type { Cell } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { invalid, type FunctionFailure } from './failure';
import { numberCell } from './numberCell';

const LABELS = ['面积', '现容积率', '目标容积率', '规划容积率'] as const;

/** Area, present, wanted and, where capped, planned plot ratio of a parcel, each above 0 or refused. */
export function parcelNumbers(cells: readonly Cell[], capped: boolean): (number | FunctionFailure)[] {
  return LABELS.slice(0, capped ? 4 : 3).map((label, index) => positive(numberCell(cells[index], label), label));
}

/** A number above 0, or the refusal. */
export function positive(reading: number | FunctionFailure, label: string): number | FunctionFailure {
  if (typeof reading !== 'number' || reading > 0) return reading;
  return invalid(functionText('notPositive', { name: label, text: String(reading) }));
}
