import type { MathNode } from 'mathjs';

/** Parses what `writeSyntax` writes. */
export type Parse = (text: string) => MathNode;

/** A rule was to be read before what reads rules had been fetched. */
export class ReaderMissing extends Error {}

let parse: Parse | undefined;

/** Sets the parser: it is as large as all of our rules' code, and only what people type has still to be parsed. */
export function useParser(own: Parse): void {
  parse = own;
}

/** The parser. Throws ReaderMissing where it has not been fetched yet. */
export function parser(): Parse {
  if (!parse) throw new ReaderMissing('the reader of rules has not been fetched');
  return parse;
}
