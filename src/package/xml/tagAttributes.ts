import { escapeAttribute } from './escapeXml';
import type { Splice } from './splice';

/** Where an attribute lies in a text, the white space before it included. */
export interface AttributePlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** The attributes of an opening tag a parser has found well-formed. */
export function attributePlaces(xml: string, tag: Tag): AttributePlace[] {
  const places: AttributePlace[] = [];
  let start = tag.start + 1 + tag.name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = start;
    const match = ATTRIBUTE.exec(xml);
    if (!match || ATTRIBUTE.lastIndex > tag.openEnd) return places;
    places.push({ name: match[1] ?? '', start, end: ATTRIBUTE.lastIndex });
    start = ATTRIBUTE.lastIndex;
  }
}

/** Sets attributes of a tag; undefined takes one away. The others keep their bytes. */
export function setAttributes(xml: string, tag: Tag, values: Readonly<Record<string, string | undefined>>): Splice[] {
  const places = attributePlaces(xml, tag);
  return Object.entries(values).flatMap(([name, value]): Splice[] => {
    const place = places.find((one) => one.name === name);
    const text = value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
    if (place) return [{ start: place.start, end: place.end, text }];
    const start = tag.start + 1 + tag.name.length;
    return text === '' ? [] : [{ start, end: start, text }];
  });
}
