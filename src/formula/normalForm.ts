const TEXT_OR_REST = /"(?:[^"]|"")*"|[^"]+|"/g;

/**
 * A formula in one spelling, to be compared: no blanks, names of sheets without quotes, capital letters; texts stay as they are.
 * `spell` may say what stands between the texts otherwise. Without tokens, for a ledger has a hundred thousand of them.
 */
export function normalForm(formula: string, spell: (part: string) => string = (part) => part): string {
  return formula.replace(TEXT_OR_REST, (part) =>
    part.startsWith('"') ? part : spell(part.replace(/['\s]/g, '').toUpperCase()),
  );
}
