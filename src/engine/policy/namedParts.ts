import { DEEPEST_RULE, parseNamed, parseRule } from '../rule/parseRule';
import { RuleError, type ConditionTree, type NamedFormula, type NamedParts, type Vocabulary } from '../rule/tree';
import { BLANK_WORDS, blankName } from './blankNames';

/** The formulas and conditions that a policy gives a name to, as its file writes them. */
export interface NamedTexts {
  readonly formulas?: Readonly<Record<string, string>> | undefined;
  readonly conditions?: Readonly<Record<string, string>> | undefined;
}

/**
 * What names stand for in a policy's rules, read when they are first asked for, in whatever order they are written; and for each
 * of its columns 为空 and 不为空. Asking throws RuleError, of a name that leads back to itself too.
 */
export class NamedReader implements NamedParts {
  readonly names: readonly string[];
  readonly given: readonly string[];
  private readonly vocabulary: Vocabulary;
  private readonly blanks: ReadonlyMap<string, ConditionTree>;
  /** What a name stands for, or why it cannot be read: asked for again, it is not read again. */
  private readonly read = new Map<string, NamedFormula | ConditionTree | RuleError>();
  /** The names that are being read, the outermost first. */
  private readonly open: string[] = [];
  /** The text that is at fault, whichever was asked for. */
  private readonly blamed = new WeakMap<RuleError, readonly [kind: keyof NamedTexts, name: string]>();

  constructor(
    private readonly texts: NamedTexts,
    vocabulary: Omit<Vocabulary, 'parts'>,
    columns: readonly string[],
  ) {
    this.vocabulary = { ...vocabulary, parts: this };
    this.blanks = new Map(columns.flatMap(blankTests));
    this.given = [...Object.keys(texts.formulas ?? {}), ...Object.keys(texts.conditions ?? {})];
    this.names = [...this.given, ...this.blanks.keys()];
  }

  has(name: string): boolean {
    return this.textOf('formulas', name) !== undefined || this.isCondition(name);
  }

  formula(name: string): NamedFormula | undefined {
    const text = this.textOf('formulas', name);
    return text === undefined ? undefined : this.once('formulas', name, () => parseNamed(text, this.vocabulary));
  }

  condition(name: string): ConditionTree | undefined {
    const text = this.textOf('conditions', name);
    if (text === undefined) return this.blanks.get(name);
    return this.once('conditions', name, () => parseRule(text, this.vocabulary));
  }

  troubles(): readonly { readonly path: readonly string[]; readonly error: RuleError }[] {
    const found = new Map<string, { readonly path: readonly string[]; readonly error: RuleError }>();
    for (const name of this.given) {
      try {
        if (!this.formula(name)) this.condition(name);
      } catch (error) {
        if (!(error instanceof RuleError)) throw error;
        const path = this.blamed.get(error) ?? [];
        found.set(path.join(), { path, error });
      }
    }
    return [...found.values()];
  }

  private isCondition(name: string): boolean {
    return this.textOf('conditions', name) !== undefined || this.blanks.has(name);
  }

  private textOf(kind: keyof NamedTexts, name: string): string | undefined {
    const texts = this.texts[kind] ?? {};
    return Object.hasOwn(texts, name) ? texts[name] : undefined;
  }

  private once<T extends NamedFormula | ConditionTree>(kind: keyof NamedTexts, name: string, parse: () => T): T {
    const known = this.read.get(name);
    if (known instanceof RuleError) throw known;
    if (known) return known as T;
    if (this.open.includes(name)) throw new RuleError('circular', [...this.open, name].join(' → '), name, 0);
    if (this.open.length >= DEEPEST_RULE) throw new RuleError('tooDeep', name, name, 0);
    this.open.push(name);
    try {
      const own = parse();
      this.read.set(name, own);
      return own;
    } catch (error) {
      if (error instanceof RuleError) {
        if (!this.blamed.has(error)) this.blamed.set(error, [kind, name]);
        this.read.set(name, error);
      }
      throw error;
    } finally {
      this.open.pop();
    }
  }
}

/** 容积率为空, 容积率 不为空. */
function blankTests(column: string): (readonly [string, ConditionTree])[] {
  return Object.entries(BLANK_WORDS).flatMap(([said, word]) => {
    const tree: ConditionTree = { kind: 'isOneOf', field: blankName(column), words: [word], not: false };
    return ['', ' '].map((between) => [column + between + said, tree] as const);
  });
}
