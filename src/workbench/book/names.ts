import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import type { BookContext } from './bookContext';

/** A defined name; the formula carries its "=". */
export interface GridName {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The sheet it belongs to; absent for the workbook. */
  readonly sheetId?: string;
}

/** What a name is made of. */
export type NameInput = Omit<GridName, 'id'>;

const PLAIN_REFERENCE = /^=\s*((?:'[^']+'|[^'!=(]+)!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/;

/** Defined names of the workbook and of its sheets. */
export class Names {
  private next = 1;

  constructor(private readonly context: BookContext) {}

  all(): GridName[] {
    const map = this.context.injector.get(IDefinedNamesService).getDefinedNameMap(this.context.unitId) ?? {};
    return Object.values(map).map((entry) => {
      const text = entry.formulaOrRefString;
      const scope = entry.localSheetId;
      return {
        id: entry.id,
        name: entry.name,
        formula: text.startsWith('=') ? text : `=${text}`,
        comment: entry.comment ?? '',
        visible: entry.hidden !== true,
        ...(scope === undefined || scope === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? {} : { sheetId: scope }),
      };
    });
  }

  /** Finds a name of the workbook (or of the sheet), whatever its case. */
  find(name: string, sheetId?: string): GridName | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((entry) => entry.name.toLowerCase() === wanted && entry.sheetId === sheetId);
  }

  byId(id: string): GridName | undefined {
    return this.all().find((entry) => entry.id === id);
  }

  /** Adds a name and gives its id. */
  add(input: NameInput): string {
    const id = `name-${this.next++}`;
    this.put(id, input);
    return id;
  }

  /** Replaces what an id stands for. */
  put(id: string, input: NameInput): void {
    this.context.flush();
    this.context.run(SetDefinedNameMutation.id, entryOf(id, input));
  }

  remove(id: string): void {
    const found = this.byId(id);
    // The mutation asks for the whole entry: it reads the name to tell the formulas that use it.
    if (found) this.context.run(RemoveDefinedNameMutation.id, entryOf(id, found));
  }
}

function entryOf(id: string, { name, formula, comment, visible, sheetId }: NameInput) {
  return {
    ...{ id, name, comment, hidden: !visible },
    formulaOrRefString: PLAIN_REFERENCE.test(formula) ? formula.slice(1).trim() : formula,
    localSheetId: sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  };
}
