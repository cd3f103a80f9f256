import { describe, it } from 'vitest';
import { memoryBench } from './memoryBench';
import { portContract } from './portContract';

describe('the workbook port, in memory', () => {
  for (const { name, run } of portContract) it(name, () => run(memoryBench()));
});
