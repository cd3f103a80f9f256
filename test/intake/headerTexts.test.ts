import { describe, expect, it } from 'vitest';
import { expectRead } from '../support/intake/expectRead';
import { judge } from '../support/intake/judge';
import { paneReader } from '../support/intake/paneReader';
import { headerLedger } from '../support/ledgers/headerLedger';
import { HEADER_TEXTS } from '../support/ledgers/headerTexts';

/** Texts under which a plain ledger is not read well yet. One that is, must leave this list: it can only get shorter. */
const NOT_YET: readonly string[] = [];

describe('a text seen over columns in public', () => {
  it.each(HEADER_TEXTS)('$text is $means', async (header) => {
    const { file, truth } = headerLedger(header);
    expectRead(header.text, [await judge(paneReader, file, truth)], NOT_YET);
  });

  it('lists as not read yet only texts that there are, each once', () => {
    const texts = HEADER_TEXTS.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(160);
    expect(NOT_YET.filter((text) => !texts.includes(text))).toEqual([]);
  });
});
