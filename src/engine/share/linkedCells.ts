import type { Judgement } from '../assess/judge';
import { fieldOf } from '../ledger/fields';
import type { ColumnMatch } from '../ledger/matchHeaders';
import type { Ledger } from '../ledger/readLedger';
import { columnUnit } from '../ledger/readColumn';
import type { PackField } from '../policy/pack';
import { yearOf } from '../quantity/day';
import { UNREAD } from '../report/verdict/verdictCells';
import type { WordTable } from './wordTable';
import { readFrom, type WhereCellsStand } from '../../sheet/whereCellsStand';
import { quoted } from '../../formula/quoted';

const PARTS = ['ownedArea', 'rentedInArea', 'rentedOutArea'] as const;
const WORDS: readonly string[] = ['yesNo', 'choice'];

/**
 * Classic formulas that read a ledger's fields from its own cells, as the add-in reads them: a number in the column's unit as it
 * stands, any text by 填写用词. So a copy follows what is typed into it, wherever it is opened.
 */
export class LinkedCells {
  constructor(
    private readonly ledger: Ledger,
    private readonly standing: WhereCellsStand,
    private readonly words: WordTable,
    private readonly policy: Judgement | undefined,
  ) {}

  /** The formula for a row's field, or undefined where no classic formula says what the add-in does. */
  formula(field: string, row: number): string | undefined {
    if (field === 'landArea' && !this.ledger.headers.byField.has('landArea')) return `=${this.areaOfParts(row)}`;
    const expression = this.expression(field, row);
    return expression === undefined ? undefined : `=${expression}`;
  }

  private expression(field: string, row: number): string | undefined {
    const own = this.packField(field);
    const match = this.ledger.headers.byField.get(field);
    if (own?.derive !== undefined && own.derive !== 'ageOfBuilding') return undefined;
    const blank = own ? this.blankWord(own, row) : '""';
    if (!match) return blank;
    // One cell of a figure that was put together of several would pass for all of it: then the value stands.
    if (match.plus && match.plus.length > 0) return undefined;
    const cell = this.cell(match, row);
    // In another unit there, or on no sheet at all: then the value stands.
    if (cell === undefined) return undefined;
    const { kind } = fieldOf(field);
    if (kind === 'date') return undefined;
    if (WORDS.includes(kind)) return this.word(field, { cell, match, blank });
    if (kind === 'text' || kind === 'code') return `IF(TRIM(${cell}&"")="","",${this.orItself(field, cell, match)})`;
    return this.number(field, cell, match);
  }

  private packField(field: string): PackField | undefined {
    return this.policy?.context.policy.pack.fields.find((one) => one.field === field);
  }

  private cell({ column }: ColumnMatch, row: number): string | undefined {
    return readFrom(this.standing, row, column);
  }

  /** A blank takes the policy's word; a text that the list does not know is not known, whatever a blank would mean. */
  private word(
    field: string,
    { cell, match, blank }: { readonly cell: string; readonly match: ColumnMatch; readonly blank: string },
  ): string {
    // Where a blank says something of its own, a word that is not known must not look blank.
    const unread = this.packField(field)?.whenBlank === 'blank' ? quoted(UNREAD) : '""';
    const found = this.words.lookUp(field, cell, match, unread);
    if (!blank.startsWith('IF(')) return `IF(TRIM(${cell}&"")="",${blank},${found}&"")`;
    return `IF(OR(TRIM(${cell}&"")="",${this.words.isMark(cell)}),${blank},${found}&"")`;
  }

  private orItself(field: string, cell: string, match: ColumnMatch): string {
    const found = this.words.lookUp(field, cell, match);
    return found === '""' ? `${cell}&""` : `IF(${this.words.knows(field, cell, match)},${found}&"",TRIM(${cell}&""))`;
  }

  private number(field: string, cell: string, match: ColumnMatch): string {
    const value = `IF(ISNUMBER(${cell}),${cell}${factorOf(match)},${this.words.lookUp(field, cell, match)})`;
    if (fieldOf(field).kind === 'year') return yearText(cell, this.words.lookUp(field, cell, match));
    // An area of 0 or less is none.
    return field === 'landArea' ? `IF(N(${cell})<0,"",IF(AND(ISNUMBER(${cell}),${cell}=0),"",${value}))` : value;
  }

  private areaOfParts(row: number): string {
    const parts = PARTS.flatMap((field) => {
      const match = this.ledger.headers.byField.get(field);
      const cell = match && this.cell(match, row);
      if (!match || cell === undefined) return [];
      return [`${field === 'rentedOutArea' ? '-' : ''}N(${this.number(field, cell, match)})`];
    });
    const sum = parts.length === 0 ? '0' : parts.join('+').replaceAll('+-', '-');
    return `IF(${sum}>0,${sum},"")`;
  }

  /** What a blank cell says: the policy's word, or for 建筑质量 what the age of the building says. */
  private blankWord({ whenBlank, derive }: PackField, row: number): string {
    const word = ['unknown', 'blank'].includes(whenBlank) ? '""' : quoted(whenBlank);
    if (derive !== 'ageOfBuilding') return word;
    const { asOf, values } = this.policy?.context.policy ?? { values: new Map<string, number>() };
    const match = this.ledger.headers.byField.get('builtYear');
    const age = values.get('老旧厂房年限');
    const cell = match && this.cell(match, row);
    if (asOf === undefined || age === undefined || !match || cell === undefined) return word;
    const built = this.number('builtYear', cell, match);
    return `IF(IFERROR(${yearOf(asOf)}-${built}>=${age},FALSE),"差",${word})`;
  }
}

function factorOf(match: ColumnMatch): string {
  const { times, over } = columnUnit(match) ?? { times: 1, over: 1 };
  return `${times === 1 ? '' : `*${times}`}${over === 1 ? '' : `/${over}`}`;
}

/** A year as itself, a day's serial number as its year. */
function yearText(cell: string, other: string): string {
  return `IF(ISNUMBER(${cell}),IF(AND(${cell}>=1800,${cell}<2200),INT(${cell}),IF(${cell}>2200,YEAR(${cell}),"")),${other})`;
}
