import { fieldOf, isField, type FieldKind } from '../ledger/fields';
import { parseFormula, parseRule } from '../rule/parseRule';
import { parseWithMathjs } from '../rule/read/mathParser';
import { dayOfText } from '../quantity/day';
import { RuleError, type Vocabulary } from '../rule/tree';
import { policyValuesIn } from '../rule/treeParts';
import { toBasis, type Grounds } from './basis';
import { blanksAsked } from './blankNames';
import { definedOnly } from '../column/definedOnly';
import { INCLUDES_LINE } from './includesLine';
import { wordsOfField } from './fieldWords';
import { gradingValues } from './gradingValues';
import { toMeasures } from './loadMeasures';
import { toGrading } from './loadGrading';
import { NO_CEILING, READ_CEILING, withCeilings } from './withCeilings';
import { nearestFields } from './nearestFields';
import { withOwnFields } from './ownColumns';
import { withShares } from './withShares';
import type { PackBands, PackField, PackRule, PackValue, PolicyPack } from './pack';
import { errorAt, type PackSource } from './errorAt';
import { togetherIn, type PackError, type PackErrorCode, type Trouble } from './packError';
import { plainOf, readSource } from './readSource';
import { packProblems } from './packProblems';
import { packSchema, type PackFile } from './schema';
import { shapeProblem } from './shapeWords';
import { orderOfNeed } from './orderOfNeed';
import { namesRead } from './treesOf';
import { vocabularyOf } from './vocabulary';

// Whoever reads a pack reads rules.
parseWithMathjs();

/** The texts of packs by id, for a pack that extends another. */
export type PackTexts = ReadonlyMap<string, string>;

/**
 * Reads a pack from its YAML text, over the one it extends. Throws PackError, with file, line and what was expected, on anything
 * the schema, the rule language or the field table does not allow.
 */
export function loadPack(text: string, others: PackTexts = new Map(), name = 'pack.yaml'): PolicyPack {
  const source = readSource(text, name);
  const { file, under } = extended(plainOf(source), others, source);
  return packOfFile(file, (code, trouble) => errorAt(code, source, trouble), under);
}

/** The error for what is wrong at a path of a pack's file, wherever that stands: in a text or in cells. */
export type Fail = (code: PackErrorCode, trouble: Trouble) => PackError;

/** The pack of a file's plain values. Throws what `fail` makes of the first thing that cannot be. */
export function packOfFile(file: unknown, fail: Fail, under?: Under): PolicyPack {
  const read = packSchema.safeParse(file);
  if (!read.success) {
    const { issues } = read.error;
    // A key misspelt is told as that before as one left out.
    const isMisspelt = ({ code }: (typeof issues)[number]) => code === 'unrecognized_keys';
    const inOrder = [...issues.filter(isMisspelt), ...issues.filter((issue) => !isMisspelt(issue))];
    throwAny(inOrder.map((issue) => fail('shape', shapeProblem(issue, file, packSchema))));
    throw read.error;
  }
  return new Loader(withCeilings(withOwnFields(withShares(read.data))), fail, under).pack();
}

function throwAny([first, ...more]: readonly PackError[]): void {
  if (first) throw togetherIn([first, ...more]);
}

/** What a pack takes over from the one it stands on: the title of that, the sections and the values. */
interface Under {
  readonly title: string;
  readonly has: (section: string, value?: string) => boolean;
}

/** An issued text that is known only in parts stands on its draft: what it does not say itself is the draft's. */
function extended(
  own: unknown,
  others: PackTexts,
  source: PackSource,
): { readonly file: unknown; readonly under?: Under } {
  if (typeof own !== 'object' || own === null || !('extends' in own)) return { file: own };
  const { extends: base, ...rest } = own as { extends: string; values?: object };
  const text = others.get(base);
  if (text === undefined) {
    throw errorAt('extends', source, {
      path: ['extends'],
      expected: `应为已有的政策：${[...others.keys()].join('、')}`,
    });
  }
  const under = plainOf(readSource(text, base)) as { title?: string; values?: object };
  const file = { ...under, ...rest, extends: base, values: { ...under.values, ...rest.values } };
  const has = (section: string, value?: string) =>
    value === undefined ? !(section in rest) : !(value in (rest.values ?? {}));
  return { file, under: { title: under.title ?? '', has } };
}

class Loader {
  private readonly vocabulary: Vocabulary;
  /** The numbers of a policy are told by other numbers alone. */
  private readonly ofValues: Vocabulary;

  constructor(
    private readonly file: PackFile,
    private readonly fail: Fail,
    private readonly under?: Under,
  ) {
    const fields = Object.entries(file.fields);
    throwAny(fields.flatMap(([name, { field }]) => (isField(field) ? [] : [this.unknownField(name, field)])));
    const blanks = fields.flatMap(([name, field]) => this.blankProblem(name, definedOnly(field)));
    throwAny([...blanks, ...packProblems(file).map((problem) => fail('shape', problem))]);
    this.vocabulary = vocabularyOf({
      fields: this.fields(),
      values: new Map(Object.entries(file.values)),
      bands: file.tiers?.bands,
      includesLine: file.conventions[INCLUDES_LINE]?.value,
      ...definedOnly({ formulas: file.formulas, conditions: file.conditions }),
    });
    this.ofValues = { fields: new Map(), values: this.vocabulary.values };
    const troubles = this.vocabulary.parts?.troubles() ?? [];
    throwAny(troubles.map(({ path, error }) => this.ruleError(path, error)));
  }

  private ruleError(path: readonly PropertyKey[], error: RuleError): PackError {
    return this.fail('rule', { path, expected: `${error.code}: ${error.part}`, rule: error });
  }

  pack(): PolicyPack {
    const {
      format: _format,
      period: _period,
      columns: _columns,
      conventions,
      tiers,
      paths,
      fields: _fields,
      values,
      waiver,
      grading,
      measures,
      ...head
    } = this.file;
    const own = grading ? toGrading(grading, this.vocabulary, (path, read) => this.inPlace(path, read)) : undefined;
    const named = Object.entries(values).map(([name, value]) => this.value(name, value));
    const loaded = new Map([...named, ...(own ? gradingValues(own, head) : [])].map((value) => [value.name, value]));
    const formulasOf = (name: string) => (loaded.get(name)?.dated ?? []).flatMap(({ formula }) => formula ?? []);
    const { cycle } = orderOfNeed(loaded.keys(), (name) => formulasOf(name).flatMap(policyValuesIn));
    if (cycle)
      throw this.fail('cycle', {
        path: ['values', cycle[0] ?? ''],
        expected: cycle.join(' -> '),
        isKey: true,
      });
    const rules = {
      ...(tiers ? { tiers: tiers.rules.map((rule, at) => this.rule(rule.tier, rule, ['tiers', 'rules', at])) } : {}),
      ...(tiers?.note === undefined ? {} : { tierNote: tiers.note }),
      ...(tiers?.bands ? { bands: toBands(tiers.bands) } : {}),
      ...(waiver ? { waiver: toBasis(waiver, this.document('waiver')) } : {}),
      ...(paths ? { paths: paths.rules.map((rule, at) => this.rule(rule.path, rule, ['paths', 'rules', at])) } : {}),
      ...(own ? { grading: own } : {}),
      ...(measures
        ? { measures: toMeasures(this.file, this.vocabulary, (path, read) => this.inPlace(path, read)) }
        : {}),
    };
    const fields = this.fields();
    return {
      ...definedOnly(head),
      ...definedOnly({ includesLine: conventions[INCLUDES_LINE]?.value }),
      fields: [...fields, ...blanksAsked({ fields }, namesRead(rules))],
      values: loaded,
      ...rules,
    };
  }

  /** The document that a section's or a value's words are from, where that is the one below. */
  private document(section: string, value?: string): string | undefined {
    return this.under?.has(section, value) ? this.under.title : undefined;
  }

  private fields(): PackField[] {
    return Object.entries(this.file.fields).map(([name, field]) => ({ name, ...definedOnly(field) }));
  }

  private rule(
    answer: string,
    entry: Grounds & { when: string; rule?: string | undefined },
    at: PropertyKey[],
  ): PackRule {
    const condition = this.inPlace([...at, 'when'], () => parseRule(entry.when, this.vocabulary));
    const { rule, when } = entry;
    const basis = toBasis(entry, this.document(String(at[0])));
    return { answer, when, condition, basis, ...definedOnly({ rule }) };
  }

  private value(name: string, value: PackFile['values'][string]): PackValue {
    const dated = value.dated.map((entry, at) => {
      const { value: said, from, until } = entry;
      const formula =
        typeof said === 'string'
          ? this.inPlace(['values', name, 'dated', at, 'value'], () => parseFormula(said, this.ofValues))
          : undefined;
      const number = typeof said === 'number' ? said : NaN;
      const basis = toBasis(entry, this.document('values', name));
      return { value: number, from, basis, ...definedOnly({ until, formula }) };
    });
    return { name, unit: value.unit, dated, ...definedOnly({ rule: value.rule }) };
  }

  /** A blank in a field of days means a day or nothing; in a field of numbers a number. */
  private blankProblem(name: string, field: PackField | Omit<PackField, 'name'>): PackError[] {
    const { whenBlank } = field;
    const words = wordsOfField(field);
    if (whenBlank === 'unknown') return [];
    const { kind } = fieldOf(field.field);
    const expected = words ? blankWord(words, whenBlank) : blankNumber(kind, whenBlank);
    return expected === undefined ? [] : [this.fail('shape', { path: ['fields', name, 'whenBlank'], expected })];
  }

  private unknownField(name: string, field: string): PackError {
    return this.fail('unknownField', {
      path: ['fields', name, 'field'],
      expected: `没有“${field}”这个字段${nearestFields(field, name)}；台账里有而系统没有的列，先写在 columns 里`,
    });
  }

  private inPlace<T>(path: readonly PropertyKey[], read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      throw this.ruleError(path, error);
    }
  }
}

/** What a blank of a field of words may mean besides 待核实; undefined where it says so. */
function blankWord(words: readonly string[], whenBlank: string): string | undefined {
  if (whenBlank === 'blank' || words.includes(whenBlank)) return undefined;
  return `应为 unknown（待核实）、blank（不算缺）或这一列的词：${words.join('、')}，不是“${whenBlank}”`;
}

/** The same of a field of numbers or of days. */
function blankNumber(kind: FieldKind, whenBlank: string): string | undefined {
  if (kind === 'text' || kind === 'code') return undefined;
  if (kind === 'date') {
    if (whenBlank === 'blank' || dayOfText(whenBlank) !== undefined) return undefined;
    return '应为 unknown 或日期（2020-06-30），没有发生的写 blank';
  }
  return whenBlank.trim() !== '' && Number.isFinite(Number(whenBlank)) ? undefined : '应为 unknown 或数字';
}

function toBands({ groups, ...names }: NonNullable<NonNullable<PackFile['tiers']>['bands']>): PackBands {
  const ceiling = names.ceiling ?? READ_CEILING;
  const lines = Object.entries(groups).map(([name, group]) => ({
    name,
    ...group,
    ceiling: group.ceiling ?? NO_CEILING,
  }));
  return { ...names, ceiling, groups: lines };
}
