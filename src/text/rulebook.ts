/** What an entry of a document gives a sheet, by the first word of how the rulebook says it. */
const GIVES: Readonly<Record<string, string>> = {
  task: '任务清单',
  list: '名单',
  field: '台账列',
  path: '改造路径',
  tier: '档位',
  target: '目标',
  check: '核对',
  value: '数值',
  status: '政策状态',
  waiver: '免收地价依据',
  period: '有效期',
};

/** What a sheet takes from an entry, in words: 目标、核对、数值“出让年限上限”. */
export function givesText(gives: readonly string[]): string {
  return gives
    .map((one) => {
      const [kind = '', ...rest] = one.split(' ');
      const name = rest.join(' ');
      const known = GIVES[kind] ?? kind;
      return /^[\p{Script=Han}]/u.test(name) ? `${known}“${name}”` : known;
    })
    .join('、');
}
