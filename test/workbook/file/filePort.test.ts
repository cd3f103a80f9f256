import { describe, it } from 'vitest';
import { portContract } from '../portContract';
import { fileBench } from './fileBench';

describe('the workbook port, over a file', () => {
  for (const { name, run } of portContract) it(name, () => run(fileBench()));
});
