import { expect, it } from 'vitest';
import { readXmlPart, xmlPart } from '../../src/taskpane/state/xmlPart';

it('reads back what it wrote, under any prefix, and nothing that is not whole', () => {
  const value = { a: '<b> & "c" </sent>', list: [1, '甲'] };
  const xml = xmlPart('sent', 'urn:x', value);
  expect(readXmlPart('sent', xml)).toEqual(value);
  expect(
    readXmlPart(
      'sent',
      `<?xml version="1.0"?>\n${xml.replace('<sent xmlns', '<m:sent xmlns:m').replace(/<\/sent>$/, '</m:sent >')}\n`,
    ),
  ).toEqual(value);
  for (const broken of ['', '<sent>', '<sent>1', '<sentence>1</sentence>', '<sent>1</other>', '</sent>1<sent>'])
    expect(readXmlPart('sent', broken)).toBeUndefined();
});

it('looks at each sign a fixed number of times, whoever wrote the part', () => {
  const count = 400_000;
  const parts = [
    `<x xmlns="urn:x">${'<sent/>'.repeat(count)}</x>`,
    '<sent>'.repeat(count),
    '<a:'.repeat(count),
    `<${'a'.repeat(count)}:sent`,
  ];
  // Each took a minute and more when every opening looked for a closing: the test would not end.
  expect(parts.map((xml) => readXmlPart('sent', xml))).toEqual([undefined, undefined, undefined, undefined]);
});
