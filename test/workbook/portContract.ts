import { documentCases } from './contract/documents';
import { eventCases } from './contract/events';
import { namingCases } from './contract/naming';
import { readingCases } from './contract/reading';
import { replacingCases } from './contract/replacing';
import { sheetCases } from './contract/sheets';
import { undoingCases } from './contract/undoing';
import { writingCases } from './contract/writing';
import type { ContractCase } from './portBench';

/** Every sentence that a workbook port is held to; needs no test runner, so that it runs inside a page too. */
export const portContract: readonly ContractCase[] = [
  ...readingCases,
  ...writingCases,
  ...replacingCases,
  ...sheetCases,
  ...undoingCases,
  ...namingCases,
  ...documentCases,
  ...eventCases,
];
