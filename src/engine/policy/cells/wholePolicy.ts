import type { Rows } from '../../ledger/cell';
import type { PolicyPack } from '../pack';
import { withOwnWords } from './ownWords';
import { readPackCells } from './readPackCells';

/** A policy as a sheet of the workbook says it, whole. Throws PackError with the row and column of the range, from 1. */
export function wholePolicyOf(cells: Rows): PolicyPack {
  return withOwnWords(readPackCells(cells));
}
