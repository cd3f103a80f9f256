import { parseReference, unquotedSheet } from '../../sheet/address';
import type { Area } from '../../sheet/area';
import { tokenize, type FormulaToken } from '../tokens';

/** A formula as a tree. Names, structured references and other files are not understood: such a formula has no tree. */
export type Node =
  | { readonly kind: 'constant'; readonly value: number | string | boolean }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'cells'; readonly sheet?: string; readonly area: Area }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'operation'; readonly sign: OperatorSign; readonly left: Node; readonly right: Node }
  | { readonly kind: 'negative'; readonly of: Node }
  | { readonly kind: 'percent'; readonly of: Node }
  /** An argument that is left out. */
  | { readonly kind: 'nothing' };

/** Between two operands. */
export type OperatorSign = '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

const RANK: Readonly<Record<OperatorSign, number>> = {
  ...{ '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
};

class NotUnderstood extends Error {}

/** The tree of a formula (without "="), or undefined where it uses what is not understood here. */
export function treeOfFormula(formula: string): Node | undefined {
  const reader = new Reader(tokenize(formula).filter(({ kind }) => kind !== 'space'));
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class Reader {
  #at = 0;

  constructor(private readonly tokens: readonly FormulaToken[]) {}

  whole(): Node {
    const node = this.#expression(0);
    if (this.#at < this.tokens.length) throw new NotUnderstood();
    return node;
  }

  #expression(rank: number): Node {
    let left = this.#operand();
    for (;;) {
      const sign = this.#sign();
      if (sign === undefined || RANK[sign] <= rank) return left;
      this.#at += sign.length;
      left = { kind: 'operation', sign, left, right: this.#expression(RANK[sign]) };
    }
  }

  /** The signs of one place are tokens of their own: "<" and "=". */
  #sign(): OperatorSign | undefined {
    const [first, second] = [this.#other(0), this.#other(1)];
    const both = `${first}${second}`;
    if (both === '<>' || both === '<=' || both === '>=') return both;
    return first in RANK ? (first as OperatorSign) : undefined;
  }

  #operand(): Node {
    const sign = this.#other(0);
    if (sign === '-' || sign === '+') {
      this.#at++;
      // A sign of its own binds closer than every sign between two operands.
      const of = this.#operand();
      return sign === '-' ? { kind: 'negative', of } : of;
    }
    let node = this.#primary();
    while (this.#takes('%')) node = { kind: 'percent', of: node };
    return node;
  }

  #primary(): Node {
    if (this.#takes('(')) {
      const node = this.#expression(0);
      this.#expect(')');
      return node;
    }
    const token = this.tokens[this.#at];
    if (token?.kind === 'sheet') return this.#cells(this.#sheet());
    if (token && ['cell', 'columns', 'rows'].includes(token.kind)) return this.#cells(undefined);
    this.#at++;
    if (token?.kind === 'number') return { kind: 'constant', value: Number(token.text) };
    if (token?.kind === 'text') return { kind: 'constant', value: token.text.slice(1, -1).replaceAll('""', '"') };
    if (token?.kind === 'error') return { kind: 'error', code: token.text.toUpperCase() };
    if (token?.kind === 'name') return this.#named(token.text);
    throw new NotUnderstood();
  }

  #sheet(): string {
    const bare = (this.tokens[this.#at++]?.text ?? '').slice(0, -1);
    if (bare.includes('[')) throw new NotUnderstood();
    return unquotedSheet(bare);
  }

  #cells(sheet: string | undefined): Node {
    const first = this.tokens[this.#at++];
    if (!first || !['cell', 'columns', 'rows'].includes(first.kind)) throw new NotUnderstood();
    const isRange = first.kind === 'cell' && this.#other(0) === ':' && this.tokens[this.#at + 1]?.kind === 'cell';
    const end = isRange ? `:${this.tokens[this.#at + 1]?.text ?? ''}` : '';
    if (isRange) this.#at += 2;
    const area = parseReference(first.text + end);
    if (!area) throw new NotUnderstood();
    return sheet === undefined ? { kind: 'cells', area } : { kind: 'cells', sheet, area };
  }

  #named(text: string): Node {
    const name = text.toUpperCase();
    if (this.#takes('(')) return { kind: 'call', name, args: this.#args() };
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'constant', value: name === 'TRUE' };
    throw new NotUnderstood();
  }

  #args(): Node[] {
    if (this.#takes(')')) return [];
    const args: Node[] = [];
    for (;;) {
      const sign = this.#other(0);
      args.push(sign === ',' || sign === ')' ? { kind: 'nothing' } : this.#expression(0));
      if (this.#takes(')')) return args;
      this.#expect(',');
    }
  }

  #other(ahead: number): string {
    const token = this.tokens[this.#at + ahead];
    return token?.kind === 'other' ? token.text : '';
  }

  #takes(sign: string): boolean {
    if (this.#other(0) !== sign) return false;
    this.#at++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw new NotUnderstood();
  }
}
