import {
  checkCreditCode,
  CREDIT_CODE as CREDIT,
  ORGANISATION_CODE as ORGANISATION,
  type CheckedCode,
  type CreditCode,
} from '../../ledger/creditCode';
import {
  all,
  any,
  binary,
  call,
  cell,
  list,
  no,
  number,
  text,
  when,
  type FormulaTree,
} from '../../rule/formula/formulaTree';
import type { SheetFormat } from '../../../sheet/sheet';
import type { CheckColumn } from './checkColumns';

const DIGITS = '0123456789';

const CODE = '信用代码';
const NAMES = {
  plain: '代码（去横杠）',
  organisation: '应有第17位',
  credit: '应有第18位',
  first: '残存15位',
  sum17: '第17位加权和',
  sum18: '第18位加权和',
  candidates: '可能的原代码',
} as const;

/** What is said of a code, as the function MUJUN_USCC_CHECK says it. */
export type CodeText = (code: CreditCode) => string;

/** The column that the others read: the code as text. */
export function codeColumn(value: (row: number) => string, format: SheetFormat): CheckColumn {
  return { name: CODE, header: CODE, format: { ...format, columnWidth: 135 }, value, from: '键' };
}

/** What the check digits of 信用代码 say: the digits it should have, what it can have been where it is damaged, the answer. */
export function codeColumns(own: (row: number) => string, say: CodeText): CheckColumn[] {
  const parts = new CodeFormulas(say);
  const helper = (name: string, tree: FormulaTree, columnWidth = 60): CheckColumn => ({
    name,
    header: name,
    format: { horizontal: 'Center', columnWidth },
    tree,
  });
  return [
    helper(NAMES.plain, call('UPPER', without(without(cell(CODE), '-'), '—')), 125),
    helper(NAMES.organisation, when(parts.isWhole, digit(weighted(NAMES.plain, 9, ORGANISATION), 11), text(''))),
    helper(NAMES.credit, when(parts.isWhole, digit(weighted(NAMES.plain, 1, CREDIT), 31), text(''))),
    helper(NAMES.first, parts.first, 105),
    helper(NAMES.sum17, ifFirst(weighted(NAMES.first, 9, firstPlaces(ORGANISATION, 7)))),
    helper(NAMES.sum18, ifFirst(weighted(NAMES.first, 1, firstPlaces(CREDIT, 15)))),
    helper(NAMES.candidates, ifFirst(parts.candidates), 125),
    { ...helper('代码核对', parts.answer, 170), header: '信用代码核对', own: (row) => say(checkCreditCode(own(row))) },
  ];
}

function ifFirst(tree: FormulaTree): FormulaTree {
  return when(is(NAMES.first, ''), text(''), tree);
}

class CodeFormulas {
  private readonly plain = cell(NAMES.plain);
  private readonly length = call('LEN', cell(NAMES.plain));
  /** The digits of 9.13E+17, as Excel shows a number of 18 digits. */
  private readonly mantissa = without(without(cell(NAMES.plain), '.'), 'E+17');

  constructor(private readonly say: CodeText) {}

  /** Eighteen characters of the standard's alphabet. */
  get isWhole(): FormulaTree {
    return all(this.has(18), no(outside(NAMES.plain, CREDIT.alphabet, places(1, 18))));
  }

  /** The digits left of a code that was taken for a number. */
  get first(): FormulaTree {
    const isText = all(binary(call('LEN', this.mantissa), '=', number(15)), no(outside(NAMES.plain, DIGITS, [1])));
    const zeros = binary(call('MID', this.plain, number(16), number(3)), '=', text('000'));
    const isNumber = all(
      ...[zeros, no(outside(NAMES.plain, DIGITS, places(1, 15))), no(all(this.isRight(17), this.isRight(18)))],
    );
    const whole = when(isNumber, call('MID', this.plain, number(1), number(15)), text(''));
    return when(this.isShortened, when(isText, this.mantissa, text('')), when(this.has(18), whole, text('')));
  }

  /** Ten trials for the 16th digit; the 17th and the 18th, which were digits, follow. */
  get candidates(): FormulaTree {
    const trials = Array.from({ length: 10 }, (_, sixteenth) => {
      const next = missing(binary(cell(NAMES.sum17), '+', number(2 * sixteenth)), 11);
      const sum = binary(cell(NAMES.sum18), '+', number((CREDIT.weights[15] ?? 0) * sixteenth));
      const last = missing(binary(sum, '+', binary(number(CREDIT.weights[16] ?? 0), '*', next)), 31);
      const code = [text(String(sixteenth)), next, last].reduce((a, b) => binary(a, '&', b), cell(NAMES.first));
      const isDigits = all(binary(next, '<', number(10)), binary(last, '<', number(10)));
      return when(isDigits, binary(text(this.listed.between), '&', code), text(''));
    });
    return this.list(trials, 300);
  }

  get answer(): FormulaTree {
    const none = text(this.say({ kind: 'damaged', candidates: [] }));
    const found = binary(text(this.listed.before), '&', cell(NAMES.candidates));
    const damaged = when(is(NAMES.candidates, ''), none, found);
    const [before = '', after = ''] = this.say({ kind: 'lost', digits: 77 }).split('77');
    const lost = joined(before, call('LEN', this.mantissa), after);
    const eighteen = when(is(NAMES.credit, ''), this.strange, this.ofEighteen);
    const known = when(this.has(18), eighteen, this.ofOther);
    const other = when(this.isShortened, lost, known);
    return when(is(NAMES.plain, ''), text(''), when(is(NAMES.first, ''), other, damaged));
  }

  private get ofOther(): FormulaTree {
    const [before = '', after = ''] = this.say({ kind: 'wrongLength', length: 77 }).split('77');
    const other = joined(before, this.length, after);
    const tax = any(
      ...[outside(NAMES.plain, DIGITS, places(1, 6)), outside(NAMES.plain, ORGANISATION.alphabet, places(7, 15))],
    );
    const fifteen = when(tax, other, text(this.say({ kind: 'taxNumber' })));
    return when(this.has(9), this.ofNine(other), when(this.has(15), fifteen, other));
  }

  private ofNine(otherwise: FormulaTree): FormulaTree {
    const alphabet = ORGANISATION.alphabet;
    const isNone = any(outside(NAMES.plain, alphabet, places(1, 8)), outside(NAMES.plain, `${DIGITS}X`, [9]));
    const expected = digit(weighted(NAMES.plain, 1, ORGANISATION), 11);
    const [before = '', after = ''] = this.say({ kind: 'organisationCode', expected: '※' }).split('※');
    const right = text(this.say({ kind: 'organisationCode' }));
    const told = when(binary(this.at(9), '=', expected), right, joined(before, expected, after));
    return when(isNone, otherwise, told);
  }

  private get ofEighteen(): FormulaTree {
    const sample = (...at: number[]) =>
      this.say({ kind: 'wrongCheck', wrong: at.map((place) => ({ place, expected: '' })) });
    const head = sample();
    const [of17, of18] = [sample(17).slice(head.length), sample(18).slice(head.length)];
    const between = sample(17, 18).slice(head.length + of17.length, -of18.length);
    const part = (words: string, name: string) => binary(text(words), '&', cell(name));
    const [one, two] = [part(of17, NAMES.organisation), part(of18, NAMES.credit)];
    const both = binary(binary(one, '&', text(between)), '&', two);
    const wrong = when(this.isRight(17), two, when(this.isRight(18), one, both));
    const isRight = all(this.isRight(17), this.isRight(18));
    return when(isRight, text(this.say({ kind: 'valid' })), binary(text(head), '&', wrong));
  }

  /** The characters that no code has, each once. */
  private get strange(): FormulaTree {
    const { before, between } = exampleOf((characters) => this.say({ kind: 'wrongCharacters', characters }));
    const found = places(1, 18).map((place) => {
      const own = this.at(place);
      const isFirst = binary(call('FIND', own, this.plain), '=', number(place));
      const isStrange = call('ISERROR', call('FIND', own, text(CREDIT.alphabet)));
      return when(all(isStrange, isFirst), binary(text(between), '&', own), text(''));
    });
    return binary(text(before), '&', this.list(found, 60, between));
  }

  private list(parts: readonly FormulaTree[], most: number, between = this.listed.between): FormulaTree {
    const joinedParts = parts.reduce((left, right) => binary(left, '&', right));
    return call('MID', joinedParts, number(between.length + 1), number(most));
  }

  private get listed(): { readonly before: string; readonly between: string } {
    return exampleOf((codes) => this.say({ kind: 'damaged', candidates: [...codes] }));
  }

  private get isShortened(): FormulaTree {
    return no(call('ISERROR', call('FIND', text('E+17'), this.plain)));
  }

  private isRight(place: 17 | 18): FormulaTree {
    return binary(this.at(place), '=', cell(place === 17 ? NAMES.organisation : NAMES.credit));
  }

  private has(length: number): FormulaTree {
    return binary(this.length, '=', number(length));
  }

  private at(place: number): FormulaTree {
    return call('MID', this.plain, number(place), number(1));
  }
}

/** How a list is put into a sentence, taken from examples of one and of two. */
function exampleOf(say: (characters: string) => string): { readonly before: string; readonly between: string } {
  const [one, two] = [say('甲'), say('甲乙')];
  const before = one.slice(0, one.indexOf('甲'));
  return { before, between: two.slice(before.length + 1, two.indexOf('乙')) };
}

function characters(name: string, at: readonly number[]): FormulaTree {
  return call('MID', cell(name), list(at), number(1));
}

function outside(name: string, alphabet: string, at: readonly number[]): FormulaTree {
  return call('ISERROR', call('SUMPRODUCT', call('FIND', characters(name, at), text(alphabet))));
}

/** What is left of a damaged code is its first places. */
function firstPlaces({ alphabet, weights }: CheckedCode, count: number): CheckedCode {
  return { alphabet, weights: weights.slice(0, count) };
}

function weighted(name: string, from: number, { alphabet, weights }: CheckedCode): FormulaTree {
  const values = call('FIND', characters(name, places(from, from + weights.length - 1)), text(alphabet));
  return call('SUMPRODUCT', binary(values, '-', number(1)), list(weights));
}

/** What is missing to the next multiple of a modulus: the check digit's value. */
function missing(sum: FormulaTree, modulus: 11 | 31): FormulaTree {
  return call('MOD', binary(number(modulus), '-', call('MOD', sum, number(modulus))), number(modulus));
}

function digit(sum: FormulaTree, modulus: 11 | 31): FormulaTree {
  const digits = modulus === 11 ? `${DIGITS}X` : CREDIT.alphabet;
  return call('MID', text(digits), binary(missing(sum, modulus), '+', number(1)), number(1));
}

function places(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function without(tree: FormulaTree, sign: string): FormulaTree {
  return call('SUBSTITUTE', tree, text(sign), text(''));
}

function joined(before: string, inside: FormulaTree, after: string): FormulaTree {
  const head = binary(text(before), '&', inside);
  return after === '' ? head : binary(head, '&', text(after));
}

function is(name: string, value: string): FormulaTree {
  return binary(cell(name), '=', text(value));
}
