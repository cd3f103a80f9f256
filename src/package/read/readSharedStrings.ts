import type { Caps } from '../caps';
import { elementCap } from '../xml/parseXml';
import type { Steps } from '../../steps/steps';
import { scanSteps } from '../xml/scanXml';
import { localName } from '../xml/xmlElement';
import { RichText } from './richText';

/** The texts of a sharedStrings part, by index. */
export function* readSharedStrings(xml: string, part: string, caps: Caps): Steps<string[]> {
  const strings: string[] = [];
  const text = new RichText();
  const count = elementCap(part, caps.cells);
  yield* scanSteps(xml, part, {
    open: ({ name }) => {
      text.open(name);
    },
    close: (name) => {
      text.close(name);
      if (localName(name) !== 'si') return;
      strings.push(text.take());
      count(strings.length);
    },
    text: (piece) => {
      text.add(piece);
    },
  });
  return strings;
}
