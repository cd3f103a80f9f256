import type { Doubt, HeaderMatch } from '../engine/ledger/index';

/** What a person should know of how the headers were read: default units, columns chosen among several, and those that nobody could choose from. */
export function headerNotes(headers: HeaderMatch, fields: readonly string[]): string[] {
  const defaults = [
    { id: 'taxPaid', text: '税收万元' },
    { id: 'landArea', text: '面积亩' },
  ].filter(({ id }) => headers.byField.has(id) && headers.byField.get(id)?.unit === undefined);
  const units = defaults.length > 0 ? [`单位按默认：${defaults.map(({ text }) => text).join('、')}`] : [];
  const chosen = headers.doubts.filter(({ field }) => fields.includes(field.id)).map((doubt) => choice(headers, doubt));
  return [...units, ...chosen];
}

function choice({ byField }: HeaderMatch, { field, columns }: Doubt): string {
  const taken = byField.get(field.id);
  if (taken) return `${field.label}取“${taken.header}”列`;
  const names = columns.map(({ header }) => `“${header}”`).join('、');
  return `像${field.label}的有${names}，断定不了取哪一列，请在公式的区域里只留一列`;
}
