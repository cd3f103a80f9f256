import { fieldOf, type FieldKind } from '../ledger/fields';
import { plainText } from '../ledger/normalise';
import { isOwnField } from '../ledger/ownField';
import { exactField } from '../ledger/words/exactNames';
import { TAX_PER_MU } from './fieldWords';
import type { PackFile } from './schema';
import { sharesInDoubt } from './withShares';

/** What a file of the right shape says that cannot be: where, and what was expected. */
interface PackProblem {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
  readonly isKey?: boolean;
}

/** What a pack's file says that contradicts itself: periods, names that stand for two things, names that stand for nothing. */
export function packProblems(file: PackFile): PackProblem[] {
  return [
    ...signs(file),
    ...periods(file),
    ...dates(file),
    ...columns(file),
    ...readings(file),
    ...shares(file),
    ...names(file),
    ...bands(file),
    ...gradings(file),
  ];
}

/** Texts that are shown as names hold no tags; a text in a sheet or on a page is a text, and looks like one. */
function signs({
  title,
  short,
  place,
  aliases,
  tiers,
  paths,
  measures,
  grading,
  columns: own,
}: PackFile): PackProblem[] {
  const told: readonly (readonly [readonly PropertyKey[], string, boolean?])[] = [
    ...Object.entries({ title, short, place }).map(([key, text]) => [[key], text] as const),
    ...aliases.map((text, at) => [['aliases', at], text] as const),
    ...(tiers?.rules ?? []).map(({ tier }, at) => [['tiers', 'rules', at, 'tier'], tier] as const),
    ...(paths?.rules ?? []).map(({ path }, at) => [['paths', 'rules', at, 'path'], path] as const),
    ...Object.keys(tiers?.bands?.groups ?? {}).map((name) => [['tiers', 'bands', 'groups', name], name, true] as const),
    ...Object.keys(measures ?? {}).map((name) => [['measures', name], name, true] as const),
    ...Object.keys(grading?.indicators ?? {}).map((name) => [['grading', 'indicators', name], name, true] as const),
    ...Object.keys(grading?.cohorts ?? {}).map((name) => [['grading', 'cohorts', name], name, true] as const),
    ...Object.keys(own ?? {}).map((name) => [['columns', name], name, true] as const),
  ];
  return told
    .filter(([, text]) => /[<>]/.test(text))
    .map(([path, text, isKey = false]) => ({ path, isKey, expected: `“${text}”是给人看的名称，不能有 < >` }));
}

function periods({ from, until }: PackFile): PackProblem[] {
  const isOver = from !== undefined && until !== undefined && until <= from;
  return isOver ? [{ path: ['until'], expected: `应晚于开始的日期 ${from}` }] : [];
}

function dates({ values }: PackFile): PackProblem[] {
  return Object.entries(values).flatMap(([name, { dated }]) =>
    dated.flatMap(({ from, until }, at): PackProblem[] => {
      const path = ['values', name, 'dated', at];
      if (until !== undefined && until <= from)
        return [{ path: [...path, 'until'], expected: `应晚于开始的日期 ${from}` }];
      const isTwice = dated.findIndex((other) => other.from === from) < at;
      return isTwice ? [{ path: [...path, 'from'], expected: `同一数值在 ${from} 只能有一个` }] : [];
    }),
  );
}

/** A name that a rule could read as two things, or as a sign. */
function names({ fields, values, formulas = {}, conditions = {}, tiers }: PackFile): PackProblem[] {
  const lines = tiers?.bands ? [tiers.bands.floor, tiers.bands.ceiling] : [];
  const own = Object.keys(fields).map((name) => [['fields', name], name, name === TAX_PER_MU] as const);
  const taken = new Set([TAX_PER_MU, ...Object.keys(fields), ...lines]);
  const others = Object.entries({ values, formulas, conditions }).flatMap(([kind, those]) =>
    Object.keys(those).map((name) => {
      const isTaken = taken.has(name);
      taken.add(name);
      return [[kind, name], name, isTaken] as const;
    }),
  );
  return [...own, ...others].flatMap(([path, name, isTaken]): PackProblem[] => {
    if (isTaken) return [{ path, isKey: true, expected: `“${name}”已是另一列、数值或算式的名称，请换一个` }];
    const isName = /[\p{L}]/u.test(name) && !/[<>="'#{}[\]]/.test(name);
    return isName ? [] : [{ path, isKey: true, expected: `名称“${name}”要有文字，不能有 < > = 引号等符号` }];
  });
}

function bands({ fields, values, tiers }: PackFile): PackProblem[] {
  if (!tiers?.bands) return [];
  const { field, groups } = tiers.bands;
  const path = ['tiers', 'bands'];
  const known = Object.keys(values);
  const lines = Object.entries(groups).flatMap(([name, group]) =>
    (['floor', 'ceiling'] as const).flatMap((line): PackProblem[] =>
      group[line] === undefined || known.includes(group[line])
        ? []
        : [{ path: [...path, 'groups', name, line], expected: `应为 values 里的数值，没有“${group[line]}”` }],
    ),
  );
  if (field in fields) return lines;
  return [{ path: [...path, 'field'], expected: `应为 fields 里的一列，没有“${field}”` }, ...lines];
}

/** A column that the table of fields has already, or two columns of one name. */
function columns({ columns: own = {} }: PackFile): PackProblem[] {
  const taken = new Map<string, string>();
  return Object.entries(own).flatMap(([name, { synonyms }]) =>
    [name, ...synonyms].flatMap((text, at): PackProblem[] => {
      const path = at === 0 ? ['columns', name] : ['columns', name, 'synonyms', at - 1];
      const known = exactField(plainText(text));
      const other = taken.get(plainText(text));
      taken.set(plainText(text), name);
      if (known) {
        const expected = `“${text}”是台账已有的列“${known.label}”，请在 fields 里写 field: ${known.id}`;
        return [{ path, expected, ...(at === 0 ? { isKey: true } : {}) }];
      }
      return other === undefined ? [] : [{ path, expected: `“${text}”已是“${other}”列的名称，请换一个` }];
    }),
  );
}

/** Words where there are none to read, and names of a column that are another's. */
function readings({ fields, columns: own = {} }: PackFile): PackProblem[] {
  const ownNames = new Set(Object.entries(own).flatMap(([name, { synonyms }]) => [name, ...synonyms].map(plainText)));
  return Object.entries(fields).flatMap(([name, { field, words, synonyms = [] }]): PackProblem[] => {
    const path = ['fields', name];
    const { kind, label } = fieldOf(field);
    const others = synonyms.flatMap((text, at): PackProblem[] => {
      const known = exactField(plainText(text));
      const isOther = (known !== undefined && known.id !== field) || ownNames.has(plainText(text));
      const expected = `“${text}”已是${known ? `“${known.label}”` : ' columns 里一'}列的名称，请换一个`;
      return isOther ? [{ path: [...path, 'synonyms', at], expected }] : [];
    });
    const isOwn = isOwnField(field) && synonyms.length > 0;
    if (isOwn)
      return [
        { path: [...path, 'synonyms'], isKey: true, expected: `“${label}”是 columns 里的列，表头的写法请写在那里` },
      ];
    if (!words || WORDED.has(kind)) return others;
    const isDay = kind === 'date';
    const expected = `“${label}”是${isDay ? '日期' : '数'}，不能写 words${isDay ? '' : '，请在规则里写大小'}`;
    return [{ path: [...path, 'words'], isKey: true, expected }, ...others];
  });
}

const WORDED: ReadonlySet<FieldKind> = new Set<FieldKind>(['text', 'code', 'choice', 'yesNo']);

function shares({ values }: PackFile): PackProblem[] {
  return Object.entries(values).flatMap(([name, value]) =>
    sharesInDoubt(value).map((at) => {
      const said = String(value.dated[at]?.value);
      const whole = String(Math.round(Number(said) * 1e10) / 1e8);
      const expected = `单位是 %，写 ${said} 看不出是 ${said}% 还是 ${whole}%，请写 value: ${said}% 或 value: ${whole}%`;
      return { path: ['values', name, 'dated', at, 'value'], expected };
    }),
  );
}

/** Of a grading: names that stand for nothing, and grades that no quota gives. */
function gradings(file: PackFile): PackProblem[] {
  const { grading, fields } = file;
  if (!grading) return [];
  const unknown = (path: readonly PropertyKey[], name: string): PackProblem[] =>
    name in fields ? [] : [{ path: ['grading', ...path], expected: `应为 fields 里的一列，没有“${name}”` }];
  const apart = Object.entries(grading.cohorts).flatMap(([cohort, { each }]) =>
    each === undefined ? [] : unknown(['cohorts', cohort, 'each'], each),
  );
  const { by, add = [] } = grading.together ?? {};
  const together = [
    ...(by === undefined ? [] : unknown(['together', 'by'], by)),
    ...add.flatMap((name, at) => unknown(['together', 'add', at], name)),
  ];
  return [...weights(file), ...apart, ...together, ...corrections(file)];
}

function corrections({ grading }: PackFile): PackProblem[] {
  const cohorts = Object.values(grading?.cohorts ?? {});
  const grades = cohorts.flatMap(({ quotas, leastCohort }) =>
    [...quotas, ...(leastCohort?.quotas ?? [])].map(({ grade }) => grade),
  );
  return (grading?.after ?? []).flatMap(({ from = [] }, at) =>
    from.flatMap((grade, index): PackProblem[] =>
      grades.includes(grade)
        ? []
        : [
            {
              path: ['grading', 'after', at, 'from', index],
              expected: `没有“${grade}”这一等级，可写：${[...new Set(grades)].join('、')}`,
            },
          ],
    ),
  );
}

function weights({ grading }: PackFile): PackProblem[] {
  const known = Object.keys(grading?.indicators ?? {});
  return Object.entries(grading?.cohorts ?? {}).flatMap(([cohort, own]) =>
    Object.keys(own.weights)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: ['grading', 'cohorts', cohort, 'weights', name],
        isKey: true,
        expected: `没有名为“${name}”的指标，可写：${known.join('、')}`,
      })),
  );
}
