import { fieldOf } from '../ledger/fields';
import { columnTitles, type SharedLedger } from './sharedLedger';

/** Why a column is not for everybody: it names a person, tells a tax, or tells which enterprise a row is. */
export type Sensitivity = 'personal' | 'tax' | 'identity';

const PERSONAL: readonly string[] = ['contact', 'responsiblePerson'];
const TAX: readonly string[] = ['taxPaid', 'localTax', 'previousTax', 'taxTwoYearsAgo', 'taxPerMu'];
const IDENTITY: readonly string[] = ['enterprise', 'creditCode', 'certificate'];
const PERSONAL_TITLE = /联系|电话|手机|传真|邮箱|法人|法定代表|身份证|负责人|经办|填表人|责任人|领导/;
const TAX_TITLE = /税(?!号|务局|务所)/;

/** What every column of a ledger gives away, by position; the title decides where the field is not known. */
export function sensitivities({ headerRows, headers }: Pick<SharedLedger, 'headerRows' | 'headers'>) {
  return columnTitles(headerRows).map((title, column): Sensitivity | undefined => {
    const field = headers.columns[column]?.field.id;
    if ((field !== undefined && PERSONAL.includes(field)) || PERSONAL_TITLE.test(title)) return 'personal';
    if (field !== undefined && IDENTITY.includes(field)) return 'identity';
    if (field !== undefined && TAX.includes(field)) return 'tax';
    const isMoney = field === undefined || ['money', 'perMu'].includes(fieldOf(field).kind);
    return isMoney && TAX_TITLE.test(title) ? 'tax' : undefined;
  });
}

/** What a cell gives away whatever its column is called. */
export type HiddenPersonal = 'phone' | 'identityCard' | 'email';

const MOBILE = /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
const LANDLINE = /(?<!\d)0\d{2,3}[-－ ]\d{7,8}(?!\d)/;
const IDENTITY_CARD =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/;
const EMAIL = /[\w.+-]+@[\w-]+\.[A-Za-z]{2,}/;

/** Personal data inside a text (domain/ledgers.md, quirk 24: what remarks hold). */
export function hiddenPersonal(text: string): HiddenPersonal | undefined {
  const plain = text.normalize('NFKC');
  if (IDENTITY_CARD.test(plain)) return 'identityCard';
  if (MOBILE.test(plain) || LANDLINE.test(plain)) return 'phone';
  return EMAIL.test(plain) ? 'email' : undefined;
}
