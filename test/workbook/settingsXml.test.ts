import { describe, expect, it } from 'vitest';
import { isSettingsXml, namespaceOf, readSettings, writeSettings } from '../../src/workbook/settingsXml';

describe('settings as custom XML', () => {
  it('come back as they were, signs and all', () => {
    const settings = new Map<string, unknown>([
      ['政策 "甲"', { id: '嵊州&<2021>', day: null, list: [1, 'a\nb'] }],
      ['n', 3],
    ]);
    const xml = writeSettings(settings);
    expect(isSettingsXml(xml)).toBe(true);
    expect(readSettings(xml)).toEqual(settings);
  });

  it('leave out what is no JSON', () => {
    expect(readSettings('<settings><setting key="a">{oops</setting><setting key="b">1</setting></settings>')).toEqual(
      new Map([['b', 1]]),
    );
  });

  it.each([
    ['<p xmlns="urn:a"><q xmlns="urn:b"/></p>', 'urn:a'],
    ['<?xml version="1.0"?><!-- xmlns="no" --><x:p xmlns:x="urn:x" xmlns="urn:d"/>', 'urn:x'],
    ["<p xmlns='urn:&amp;'/>", 'urn:&'],
    ['<p/>', ''],
  ])('find the namespace of %s', (xml, namespace) => {
    expect(namespaceOf(xml)).toBe(namespace);
  });
});
