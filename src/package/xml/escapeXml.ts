const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for element content and double-quoted attributes. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark) : text;
}

/** XML 1.0 cannot hold these; a spreadsheet string stores them as _xHHHH_ (ISO 29500-1 22.9.2.19). */
const UNSTORABLE =
  /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** A cell's text as it is stored: control characters and look-alike escapes written as _xHHHH_, then XML-escaped. */
export function storeText(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
  return escapeXml(plain.replace(UNSTORABLE, hexEscape));
}

/** The inverse of storeText, on text the XML parser already unescaped. */
export function restoreText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
