import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Where a file has not the shape it should have, and what was expected there, in words. */
export interface ShapeProblem {
  readonly path: Path;
  /** The place is the key's, not its value's. */
  readonly isKey: boolean;
  readonly expected: string;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  object: '一组“项: 值”',
  record: '一组“项: 值”',
  array: '一列（每行以 - 开头）',
};

/** What was expected where a file does not have its schema's shape. */
export function shapeProblem(issue: Issue, file: unknown, schema: z.core.$ZodType): ShapeProblem {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const cut = cutByComma(valueAt(file, path), key);
    if (cut !== undefined) {
      const expected = `“${cut}”里有逗号，要用引号括起来，写成 ${cut}: "…"`;
      return { path: [...path, cut], isKey: true, expected };
    }
    const known = keysAt(schema, path);
    const may = known.length > 0 ? `，可写：${known.join('、')}` : '';
    return { path: [...path, key], isKey: true, expected: `这里没有“${key}”这一项${may}` };
  }
  const found = valueAt(file, path);
  if (found === undefined) {
    const name = String(path.at(-1) ?? '');
    return { path, isKey: false, expected: `缺少“${name}”，应为${wanted(issue)}` };
  }
  return { path, isKey: false, expected: problemOf(issue, found) };
}

/** Inside of { } a comma ends a text: what stands behind it is read as an item without a value. The item that it cuts. */
function cutByComma(group: unknown, key: string): string | undefined {
  if (typeof group !== 'object' || group === null || Array.isArray(group)) return undefined;
  const items = Object.entries(group);
  const at = items.findIndex(([name, value]) => value === null && name === key);
  const before = items.slice(0, Math.max(0, at)).findLast(([, value]) => value !== null);
  return typeof before?.[1] === 'string' || typeof before?.[1] === 'number' ? before[0] : undefined;
}

function problemOf(issue: Issue, found: unknown): string {
  if (issue.code === 'custom') return issue.message;
  if (found === null) return `下面没有内容：应为${wanted(issue)}，用不到的请把这一项整个删去`;
  const isSimple = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
  return `应为${wanted(issue)}${isSimple ? `，不是“${String(found)}”` : ''}`;
}

function wanted(issue: Issue): string {
  if (issue.path.at(-1) === 'whenBlank') return ' unknown（待核实）、blank（不算缺），或者空白读作的词、数或日期';
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? '另一种值';
    case 'invalid_value':
      return issue.values.map(String).join(' 或 ');
    case 'invalid_union':
      return '数字或算式';
    case 'invalid_format':
      return '小写字母、数字和 - 组成的编号';
    case 'too_small':
      return issue.origin === 'array'
        ? '至少一项'
        : issue.origin === 'string'
          ? textOf(Number(issue.minimum))
          : `大于等于 ${issue.minimum} 的数`;
    default:
      return '另一种写法';
  }
}

/** A quote or a reason of one sign says nothing. */
function textOf(signs: number): string {
  return signs > 1 ? `至少 ${signs} 个字的文字（照抄原文的一句，或写明理由）` : '不空的文字';
}

function valueAt(file: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    file,
  );
}

/** The keys that a schema knows at a place. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const inner = unwrapped(schema);
  const [key, ...rest] = path;
  const shape = 'shape' in inner ? (inner.shape as Record<string, z.core.$ZodType>) : undefined;
  if (key === undefined) return Object.keys(shape ?? {});
  const next = shape?.[String(key)] ?? (inner['valueType'] as z.core.$ZodType | undefined) ?? inner['element'];
  return next ? keysAt(next as z.core.$ZodType, rest) : [];
}

/** A schema's definition without what only says that it may be left out. */
function unwrapped(schema: z.core.$ZodType): Readonly<Record<string, unknown>> {
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>>;
  return 'innerType' in def ? unwrapped(def['innerType'] as z.core.$ZodType) : def;
}
