import type { WritingPane } from '../../support/failing/beforeCommands';
import type { OpenedPane } from './openPane';

/** The pane, and a person at the cells in memory. */
export function withPerson(pane: OpenedPane): WritingPane {
  const { book } = pane.port;
  const rowOf = (sheet: string, word: string) => {
    const found = [...book.sheet(sheet).cells].find(([key, { value }]) => key.endsWith(',0') && value === word);
    return Number(found?.[0].split(',')[0]);
  };
  const edit: WritingPane['edit'] = (sheet, at, value) => {
    book.edit(sheet, at, value);
    return Promise.resolve();
  };
  return { commands: pane.commands, state: pane.state, port: pane.port, edit, rowOf };
}
