import type { HeaderMatch } from '../engine/ledger/index';

/** What a person should know of how the headers were read: default units, and columns chosen among several. */
export function headerNotes(headers: HeaderMatch, fields: readonly string[]): string[] {
  const defaults = [
    { id: 'taxPaid', text: '税收万元' },
    { id: 'landArea', text: '面积亩' },
  ].filter(({ id }) => headers.byField.has(id) && headers.byField.get(id)?.unit === undefined);
  const chosen = headers.doubts
    .filter(({ field }) => fields.includes(field.id))
    .map(({ field }) => `${field.label}取“${headers.byField.get(field.id)?.header ?? ''}”列`);
  const units = defaults.length > 0 ? [`单位按默认：${defaults.map(({ text }) => text).join('、')}`] : [];
  return [...units, ...chosen];
}
