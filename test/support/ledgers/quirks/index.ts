import type { Quirk } from '../quirk';
import { CELLS } from './cells';
import { EXPORTS } from './exports';
import { FIGURES } from './figures';
import { FIRMS } from './firms';
import { HALVES } from './halves';
import { REGISTERS } from './registers';
import { ROWS } from './rows';
import { SHEETS } from './sheets';
import { TABLES } from './tables';
import { TREES } from './trees';
import { UNITS } from './units';
import { WORDS } from './words';

/** All quirks, in the order in which they change a ledger. */
export const QUIRKS: readonly Quirk[] = [
  ...WORDS,
  ...FIGURES,
  ...TREES,
  ...UNITS,
  ...ROWS,
  ...REGISTERS,
  ...FIRMS,
  ...CELLS,
  ...SHEETS,
  ...TABLES,
  ...EXPORTS,
  ...HALVES,
];
