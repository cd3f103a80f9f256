import { describe, expect, it } from 'vitest';
import { deflateSync, strFromU8 } from 'fflate';
import type { HomeRecord, SentBatch } from '../../src/engine/share/index';
import { pressed, unpressed } from '../../src/package/zip/pressedText';
import { recordOfXml, recordXml, SENT_NAMESPACE } from '../../src/taskpane/model/share/recordXml';
import { xmlPart } from '../../src/taskpane/state/xmlPart';
import { ledgerOf, made } from '../engine/share/support/madeCopies';

const everybody = { tax: 'show', personal: 'show', identity: 'show', others: 'locked' } as const;

/** What a workbook keeps after some batches of a ledger were sent. */
function recordAfter(batches: number, rows = 60): HomeRecord {
  const { record } = made(ledgerOf({ seed: 7, rows }), { ...everybody, by: 'township' });
  const [first] = record.batches;
  const copies = Array.from({ length: batches }, (_, at) => ({ ...(first as SentBatch), id: `批${at}` }));
  return { ...record, batches: copies };
}

describe('the record of what was sent', () => {
  it('is read back as it was, at less than half of its length', () => {
    const record = recordAfter(2, 1_200);
    const { xml, batches } = recordXml(record);
    expect(recordOfXml(xml)).toEqual(record);
    expect(batches).toEqual(record.batches);
    expect(xml.length * 2).toBeLessThan(xmlPart('sent', SENT_NAMESPACE, record).length);
  });

  it('is read as versions before wrote it', () => {
    const record = recordAfter(2);
    expect(recordOfXml(xmlPart('sent', SENT_NAMESPACE, record))).toEqual(record);
  });

  it('leaves the oldest batches out where there is no room, never the newest', () => {
    const record = recordAfter(4);
    const one = pressed(JSON.stringify(record.batches[3])).length;
    const kept = (most: number) => recordOfXml(recordXml(record, most).xml)?.batches.map(({ id }) => id);
    expect(kept(one * 2 + 10)).toEqual(['批2', '批3']);
    expect(kept(10)).toEqual(['批3']);
    expect(recordXml(record, 10).batches).toEqual(record.batches.slice(3));
  });

  it('is none where a batch is not what was written', () => {
    const value = { workbook: 'a', codes: pressed('{"rows":{},"masks":{}}'), batches: ['不是', pressed('{'), '5'] };
    for (const batch of value.batches)
      expect(recordOfXml(xmlPart('sent', SENT_NAMESPACE, { ...value, batches: [batch] }))).toBeUndefined();
    for (const part of ['', '5', 'null', '[]', '{}', '{"batches":5}'])
      expect(recordOfXml(`<sent xmlns="${SENT_NAMESPACE}">${part}</sent>`)).toBeUndefined();
  });
});

describe('a pressed text', () => {
  it('comes back whole, signs of several bytes over the edges of pieces too', () => {
    const text = '甲乙😀丙'.repeat(40_000);
    expect(unpressed(pressed(text))).toBe(text);
    expect(unpressed(pressed(''))).toBe('');
  });

  it('is given up where it grows past what is let through, or is damaged', () => {
    const bomb = btoa(strFromU8(deflateSync(new Uint8Array(3_000_000)), true));
    expect(unpressed(bomb, 1_000_000)).toBeUndefined();
    expect(unpressed(bomb.slice(4))).not.toBe(unpressed(bomb));
    expect(unpressed('!!')).toBeUndefined();
  });
});
