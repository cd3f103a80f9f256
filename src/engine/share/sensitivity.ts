import { fieldOf } from '../ledger/fields';
import { columnTitles, type SharedLedger } from './sharedLedger';

/** Why a column is not for everybody: it names a person, tells a tax, or tells which enterprise a row is. */
export type Sensitivity = 'personal' | 'tax' | 'identity';

const PERSONAL: readonly string[] = ['contact', 'responsiblePerson'];
const TAX: readonly string[] = ['taxPaid', 'localTax', 'previousTax', 'taxTwoYearsAgo', 'taxPerMu'];
const IDENTITY: readonly string[] = ['enterprise', 'creditCode', 'certificate'];
const PERSONAL_TITLE =
  /联系|电话|手机|传真|邮箱|微信|法人|法定代表|身份证|负责人|经办|填表人|责任人|领导|姓名|实控人|实际控制人|业主|户主|经理|厂长|网格员|包联|包保|挂联/;
const IDENTITY_TITLE =
  /股东|承租|出租方|租户|使用权人|权利人|受让人|竞得人|信用代码|证号|权证|法人单位|母公司|(?:企业|公司|单位|主体)(?:名称|全称|简称)?$/;
const FIRM = /(?:公司|[厂场店]|集团|合作社|商行|经营部|事务所|工作室|研究院|中心|工贸|实业|企业)(?:\([^()]*\))?$/;
const TAX_TITLE = /税(?!号|务局|务所)/;

/** What every column of a ledger gives away, by position; the title decides where the field is not known. */
export function sensitivities(ledger: SensitiveLedger): readonly (Sensitivity | undefined)[] {
  const known = KINDS.get(ledger) ?? kindsOf(ledger);
  KINDS.set(ledger, known);
  return known;
}

type SensitiveLedger = Pick<SharedLedger, 'headerRows' | 'headers' | 'rows' | 'kinds'>;

/** Every copy of a batch asks. */
const KINDS = new WeakMap<SensitiveLedger, readonly (Sensitivity | undefined)[]>();

function kindsOf(ledger: SensitiveLedger): readonly (Sensitivity | undefined)[] {
  const { headerRows, headers } = ledger;
  return columnTitles(headerRows).map((title, column): Sensitivity | undefined => {
    const field = headers.columns[column]?.field.id;
    if (isPersonalColumn(title, field)) return 'personal';
    if (field !== undefined && IDENTITY.includes(field)) return 'identity';
    if (namesWhoItIs(ledger, { title, column, field })) return 'identity';
    if (field !== undefined && TAX.includes(field)) return 'tax';
    const isMoney = field === undefined || ['money', 'perMu'].includes(fieldOf(field).kind);
    return isMoney && TAX_TITLE.test(title) ? 'tax' : undefined;
  });
}

/** Whether a column names people, by its field or its title. */
export function isPersonalColumn(title: string, field: string | undefined): boolean {
  return (field !== undefined && PERSONAL.includes(field)) || PERSONAL_TITLE.test(title);
}

/** Whether a text reads as an enterprise's name. */
export function isFirmName(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return plain.length >= 2 && plain.length <= 60 && /[\u4e00-\u9fff]/.test(plain) && FIRM.test(plain);
}

/** An owner, a tenant, a holder of rights: its title says so and its cells are words, or most of its cells are enterprises' names. */
function namesWhoItIs(
  { rows, kinds }: Pick<SharedLedger, 'rows' | 'kinds'>,
  { title, column, field }: { readonly title: string; readonly column: number; readonly field: string | undefined },
): boolean {
  if (field !== undefined && (fieldOf(field).kind !== 'text' || field === 'remark')) return false;
  const texts = rows.flatMap((row, at) => {
    const cell = row[column];
    return kinds[at] === 'data' && typeof cell === 'string' && cell.trim() !== '' ? [cell.trim()] : [];
  });
  const long = texts.filter((text) => text.length > 1 && !/^[是否有无]$/.test(text)).length;
  if (field === undefined && IDENTITY_TITLE.test(title) && long * 2 > texts.length) return true;
  return texts.length > 0 && field !== 'township' && texts.filter(isFirmName).length * 2 > texts.length;
}

/** What a cell gives away whatever its column is called. */
export type HiddenPersonal = 'phone' | 'identityCard' | 'email' | 'firm' | 'person';

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

const NAMED_FIRM = /[\u4e00-\u9fff]{2,}(?:公司|集团|合作社)|[\u4e00-\u9fff]{2,}厂(?!房|区|界|址|家)/;
const NAMED_PERSON =
  /(?:联系人|法人|法定代表人|负责人|经理|业主|户主|老板|股东|厂长|实控人)[为是:：\s]?[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{1,3}(?:同志|先生|女士|老板|经理|厂长)/;

/** What may be a name that no column of the ledger gives, left in a text of a copy that is to hide names. */
export function possibleName(text: string): HiddenPersonal | undefined {
  const plain = text.normalize('NFKC').replace(/(?:企业|代码|地块)\d{4,}|已隐去/g, '');
  if (NAMED_FIRM.test(plain)) return 'firm';
  return NAMED_PERSON.test(plain) ? 'person' : undefined;
}
