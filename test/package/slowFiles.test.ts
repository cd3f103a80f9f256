import { describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { PackageError } from '../../src/package/packageError';
import { packageMessage } from '../../src/text/package';
import { SLOW_FILES } from '../support/slow/slowFiles';
import { SLOW_TEXTS } from '../support/slow/slowTexts';

/** How a file ends: opened, or the code and the sentence of its refusal. */
function ended(bytes: Uint8Array): readonly [string, string] {
  try {
    openPackage(bytes);
    return ['opened', ''];
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return [error.code, packageMessage(error, 'zh-CN')];
  }
}

// `npm run slow` measures the time and memory of each in a process of its own; here they must only end as they should.
describe('what was made to be slow', () => {
  it.each(SLOW_FILES.filter(({ isHeavy }) => !isHeavy).map((one) => [one.name, one] as const))(
    'file: %s',
    (_, { ends, bytes }) => {
      const [code, sentence] = ended(bytes());
      expect([code, ends === 'opened' || sentence.length > 20]).toEqual([ends, true]);
    },
    120_000,
  );

  it.each(SLOW_TEXTS.map((one) => [one.name, one] as const))(
    'text: %s',
    (_, { ends, prepare }) => {
      expect(prepare()()).toBe(ends);
    },
    120_000,
  );
});
