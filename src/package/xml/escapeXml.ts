const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 cannot hold at all: control characters, two non-characters and halves of surrogate pairs. */
const ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** A spreadsheet string stores those, and the carriage return a parser would change, as _xHHHH_ (ISO 29500-1 22.9.2.19). */
const UNSTORABLE = new RegExp(`${ILLEGAL.source}|\\r`, 'g');
/** Where none of these is, nothing is illegal; to look for it costs a tenth. */
const DOUBTFUL = /[\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Text made safe for element content; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return replaceEntities(text, /[&<>]/g);
}

/** Text made safe for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return replaceEntities(text, /[&<>"\t\n\r]/g);
}

function replaceEntities(text: string, marks: RegExp): string {
  const legal = DOUBTFUL.test(text) ? text.replace(ILLEGAL, '') : text;
  return legal.replace(marks, (mark) => ENTITIES[mark] ?? mark);
}

/** A cell's text as it is stored: control characters and look-alike escapes written as _xHHHH_, then XML-escaped. */
export function storeText(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
  return escapeXml(DOUBTFUL.test(plain) ? plain.replace(UNSTORABLE, hexEscape) : plain);
}

/** The inverse of storeText, on text the XML parser already unescaped. */
export function restoreText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
