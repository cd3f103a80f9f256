import { fieldOf, isField } from '../../ledger/fields';
import { plainText } from '../../ledger/normalise';
import { exactField } from '../../ledger/words/exactNames';
import { NO_LINE } from '../parameterValue';
import type { PolicyPack } from '../pack';
import { fileOf } from './fileOf';
import { partAt } from './plainFile';
import { HEAD_TITLE } from './sectionTitle';
import { HEAD_HEADERS, HEAD_LINES, SECTIONS, type CellKind, type PackPlace, type PackSection } from './sections';

/** A part of a pack as cells: its title, the names of its columns, and a line for each of its rows. */
export interface CellSection {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** How a 0 is written: a formula cannot tell 0 from a blank. */
const ZERO = '零';

/** A whole pack as tables, one for each of its parts, those without rows too. */
export function packCells(pack: PolicyPack): CellSection[] {
  const file = fileOf(pack);
  const head = HEAD_LINES.map(({ header, kind, place = [] }) => [header, cellOf(partAt(file, place), kind)]);
  return [
    { title: HEAD_TITLE, headers: [HEAD_HEADERS.name, HEAD_HEADERS.value], rows: head },
    ...SECTIONS.map((section) => ({
      title: section.title,
      headers: section.columns.map(({ header }) => header),
      rows: rowsOf(file, section.rows).map((row) => lineOf(file, section, row)),
    })),
  ];
}

type Keys = ReadonlyMap<string, string>;

/** The keys that a section's rows have in a file, in the file's order. */
function rowsOf(file: unknown, place: PackPlace, known: Keys = new Map()): Keys[] {
  const at = place.findIndex((part) => (part === '*' || part.startsWith('$')) && !known.has(part));
  if (at < 0) return partAt(file, filled(place, known)) === undefined ? [] : [known];
  const holder = partAt(file, filled(place.slice(0, at), known));
  const keys = typeof holder === 'object' && holder !== null ? Object.keys(holder) : [];
  return keys.flatMap((key) => rowsOf(file, place, new Map([...known, [place[at] ?? '', key]])));
}

function lineOf(file: unknown, { columns }: PackSection, keys: Keys): (string | number)[] {
  return columns.map(({ header, kind, place }) =>
    place === undefined ? (keys.get(`$${header}`) ?? '') : cellOf(partAt(file, filled(place, keys)), kind),
  );
}

function filled(place: PackPlace, keys: Keys): PackPlace {
  return place.map((part) => keys.get(part) ?? part);
}

function cellOf(value: unknown, kind: CellKind): string | number {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return listCell(value.map(String));
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value === Infinity) return NO_LINE;
  if (typeof value === 'number') return value === 0 ? ZERO : value;
  const text = typeof value === 'string' ? value : '';
  if (kind === 'field') return fieldCell(text);
  if (typeof kind !== 'object') return text;
  return Object.entries(kind).find(([, said]) => said === text)?.[0] ?? text;
}

/** A column of the ledger by its name, where that tells it. */
function fieldCell(id: string): string {
  const label = isField(id) ? fieldOf(id).label : id;
  return exactField(plainText(label))?.id === id ? label : id;
}

/** Words with 、 between them; one that has such a sign itself stands on a line of its own. */
function listCell(words: readonly string[]): string {
  return words.some((word) => /[、，,；;]/.test(word)) ? `${words.join('\n')}\n` : words.join('、');
}
