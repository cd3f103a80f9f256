import { tokenize } from './tokens';

/** A table column that got another heading. */
export interface ColumnRename {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** A formula with the columns of tables renamed in its structured references (台账[税收], 台账[[#This Row],[税收]]). */
export function renameColumns(formula: string, renames: readonly ColumnRename[]): string {
  if (renames.length === 0 || !formula.includes('[')) return formula;
  const tokens = tokenize(formula);
  return tokens
    .map(({ kind, text }, index) => {
      const table = tokens[index - 1];
      return kind === 'bracket' && table?.kind === 'name' ? renameItems(text, table.text, renames) : text;
    })
    .join('');
}

function renameItems(bracket: string, table: string, renames: readonly ColumnRename[]): string {
  const own = renames.filter((rename) => rename.table.toLowerCase() === table.toLowerCase());
  if (own.length === 0) return bracket;
  // One name in brackets, or several bracketed items inside the outer ones; an apostrophe escapes what follows it.
  return bracket.replace(/\[((?:'[^]|[^'[\]])*)\]/g, (item, stored: string) => {
    const name = stored
      .trim()
      .replace(/'([^])/g, '$1')
      .toLowerCase();
    const rename = own.find(({ from }) => from.toLowerCase() === name);
    return rename ? `[${escapeItem(rename.to)}]` : item;
  });
}

const escapeItem = (name: string) => name.replace(/['[\]#@]/g, "'$&");
