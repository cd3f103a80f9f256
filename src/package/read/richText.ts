import { restoreText } from '../xml/escapeXml';
import { localName } from '../xml/xmlElement';

/** Gathers the text of an <si> or <is> element: plain or in runs, without phonetic readings. */
export class RichText {
  #pieces = '';
  #phonetic = 0;
  #collecting = false;

  open(name: string): void {
    const local = localName(name);
    if (local === 'rPh') this.#phonetic++;
    this.#collecting = local === 't' && this.#phonetic === 0;
  }

  close(name: string): void {
    if (localName(name) === 'rPh') this.#phonetic--;
    this.#collecting = false;
  }

  add(text: string): void {
    if (this.#collecting) this.#pieces += text;
  }

  /** The text so far; starts anew. */
  take(): string {
    const text = restoreText(this.#pieces);
    this.#pieces = '';
    this.#phonetic = 0;
    this.#collecting = false;
    return text;
  }
}
