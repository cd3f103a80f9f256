import type { OpenedPackage } from '../openPackage';
import { addPart } from './editRelations';
import { mainNamespace, XML_HEAD } from './namespaces';
import type { PackageEdit } from './packageEdit';
import { StyleEdit } from './styleEdit';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The editor of a workbook's styles part, begun on first use; `finish` stores what was added. */
export interface StyleSession {
  readonly resolve: StyleEdit['resolve'];
  readonly finish: () => void;
}

/** Starts editing styles; a workbook without a styles part gets one once a style is asked for. */
export function openStyleEdit({ model, source }: OpenedPackage, edit: PackageEdit): StyleSession {
  let part = source.styles;
  let styles: StyleEdit | undefined;
  const begin = (): StyleEdit => {
    part ??= addStyles(edit, source.workbook);
    return new StyleEdit(edit.text(part), edit.tree(part), { palette: source.palette, models: model.styles });
  };
  return {
    resolve: (base, style) => (styles ??= begin()).resolve(base, style),
    finish: () => {
      if (styles && part !== undefined) edit.patch(part, styles.splices());
    },
  };
}

function addStyles(edit: PackageEdit, workbook: string): string {
  const path = edit.has('xl/styles.xml') ? edit.freePath('xl/styles') : 'xl/styles.xml';
  const text = `${XML_HEAD}<styleSheet xmlns="${mainNamespace(edit.strict)}"></styleSheet>`;
  addPart(edit, { path, text, contentType: CONTENT_TYPE, owner: workbook, type: 'styles' });
  return path;
}
