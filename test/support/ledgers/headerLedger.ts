import type { Truth } from '../intake/truth';
import { drawFrom } from './draw';
import { columnOf, type DraftColumn } from './draft';
import { rounded } from './enterprises';
import type { HeaderText } from './headerTexts';
import { layOut, truthOf } from './layouts';
import { plainDraft } from './plainDraft';
import { vary } from './quirks/columns';
import { workbookFile } from './workbookFile';

/** The columns of a plain ledger, by the field that each is. */
const KEYS: Readonly<Record<string, string>> = { enterprise: 'name', landArea: 'land', taxPaid: 'tax' };

/** A plain ledger in which a text stands over the column that it means, or over one more that is none of those judged. */
export function headerLedger(header: HeaderText): { readonly file: Uint8Array; readonly truth: Truth } {
  const draft = plainDraft(drawFrom(header.text.length));
  const key = KEYS[header.means];
  if (key === undefined) draft.columns.splice(2, 0, another(header));
  else Object.assign(columnOf(draft, key), titled(header, columnOf(draft, key)));
  const sheets = layOut(draft);
  const truth = { policy: 'shengzhou-2021', rows: truthOf(sheets), mustAsk: [], mayAsk: [], tells: [] };
  return { file: workbookFile(sheets), truth };
}

/** A text that names its unit brings it along; another is given the column's. */
function titled({ text }: HeaderText, column: DraftColumn): Partial<DraftColumn> {
  const unit = /[（(](亩|平方米|万元?)[）)]$/.exec(text)?.[1];
  if (unit === undefined) return { header: [text] };
  const plain = column.cell;
  const cell: DraftColumn['cell'] = (one) => (unit === '平方米' ? rounded((one.land * 2000) / 3) : plain(one, 0));
  return { header: [text.replace(/[（(][^（(]*$/, '')], unit, cell };
}

/** What no figure that is judged comes from: words for names, codes and places, else amounts. */
function another({ text, means, from }: HeaderText): DraftColumn {
  const words: Readonly<Record<string, DraftColumn['cell']>> = {
    creditCode: ({ code }) => code,
    township: ({ township }) => township,
    parcelId: (_, index) => `GK-2023-${String(101 + index)}`,
    grade: ({ tax }) => (tax > 300 ? 'A' : 'C'),
  };
  const amount: DraftColumn['cell'] = ({ land, tax }, index) => {
    if (means === 'taxPerMu') return rounded(tax / land);
    return rounded(3 + 40 * vary({ ...NOBODY, code: `${text}${String(index)}` }, from));
  };
  const name: DraftColumn['cell'] = ({ township }, index) => `${township}第${String(index + 1)}服务所`;
  return { key: text, header: [text], cell: words[means] ?? (from === 'names of others' ? name : amount) };
}

const NOBODY = { name: '', code: '', township: '', land: 0, tax: 0 };
