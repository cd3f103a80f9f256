import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CARD_VIEWS } from '../../../src/engine/report/lists/cards/cards';
import { viewOffers } from '../../../src/engine/report/index';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { FOLDERS } from '../../../src/engine/policy/folders';
import { builtInPacks, gradingPacks, waiverPacks } from '../../../src/engine/policy/packs';
import { policyLists } from '../../../src/engine/policy/policyLists';

const src = new URL('../../../src/', import.meta.url);
const folders = readdirSync(new URL('engine/policy/packs/', src), { withFileTypes: true })
  .filter((own) => own.isDirectory())
  .map(({ name }) => name);

describe('the folders of policies', () => {
  it('are all found, by their being there', () => {
    expect([...FOLDERS.keys()]).toEqual(folders.toSorted());
    const [first] = builtInPacks();
    if (!first) throw new Error('no pack');
    const ids = [...builtInPacks(), ...gradingPacks(), ...waiverPacks(first)].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(folders));
  });

  it('stand in no code', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const naming = files.filter((file) => {
      const text = readFileSync(new URL(file, src), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return folders.some((id) => text.includes(`'${id}`) || text.includes(`${id}'`) || text.includes(`/${id}`));
    });
    expect(naming).toEqual([]);
  });

  it('name no list that is none, and every form is named by one', () => {
    const ledger = readLedger(matchHeaders([['企业名称']]), [], { fields: [], zeroIsBlank: false });
    const forms = viewOffers({ ledger }).map(({ id }) => id);
    const named = new Set(folders.flatMap((id) => policyLists({ id }).map(({ list }) => list)));
    expect([...named].filter((list) => !forms.includes(list))).toEqual([]);
    expect(forms.filter((id) => !named.has(id))).toEqual([]);
    expect(forms).toEqual(expect.arrayContaining(CARD_VIEWS.map(({ id }) => id)));
  });
});
