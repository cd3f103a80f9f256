import { describe, expect, it } from 'vitest';
import { askOffice } from '../../src/taskpane/askOffice';

const EXCEL = 'Excel' as unknown as Office.HostType;
const address = 'https://example.test/office.js';

describe('asking office.js who opened the page', () => {
  it('says at once that it did not come, and from where it was asked', async () => {
    const told: string[] = [];
    const answer = await askOffice({ onAbsent: (from) => told.push(from), page: { office: undefined, address } });
    expect([answer, told]).toEqual(['absent', [address]]);
  });

  it('says so after a while of silence; an answer that comes later counts', async () => {
    const told: string[] = [];
    const slow = () =>
      new Promise<{ host: Office.HostType }>((resolve) => setTimeout(() => resolve({ host: EXCEL }), 40));
    const page = { office: slow, address };
    const answer = await askOffice({ onAbsent: (from) => told.push(from), page, patience: 5 });
    expect([answer, told]).toEqual([EXCEL, [address]]);
  });

  it('says nothing where the host answers', async () => {
    const told: string[] = [];
    const page = { office: () => Promise.resolve({ host: null }), address };
    expect(await askOffice({ onAbsent: (from) => told.push(from), page, patience: 5 })).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told).toEqual([]);
  });
});
