/** What makes a text less than plain: marks, line ends to be made alike, signs that XML may not hold, the end of a section. */
const DOUBTFUL = /[&\]\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
/** Of those, what no text may hold, surrogates in pairs apart. */
const WRONG =
  /\]\]>|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const ENTITY = /&(?:(lt|gt|amp|quot|apos);|#(\d{1,7});|#x([0-9A-Fa-f]{1,6});)?/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The meaning of a text between tags (XML 1.0, 2.4 and 2.11); undefined where that is not sure. */
export function xmlPlainText(raw: string): string | undefined {
  if (!DOUBTFUL.test(raw)) return raw;
  if (WRONG.test(raw)) return undefined;
  return withEntities(raw.replace(/\r\n?/g, '\n'));
}

/** The meaning of an attribute's text, quotes taken away (3.3.3): white space that is not written as a number is a blank. */
export function plainAttribute(raw: string): string | undefined {
  if (!DOUBTFUL.test(raw) && !/[\t\n]/.test(raw)) return raw;
  if (WRONG.test(raw.replace(/\]/g, ' '))) return undefined;
  return withEntities(raw.replace(/\r\n|[\r\n\t]/g, ' '));
}

function withEntities(text: string): string | undefined {
  if (!text.includes('&')) return text;
  const meant = text.replace(ENTITY, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? NONE;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return isLegal(code) ? String.fromCodePoint(code) : NONE;
  });
  return meant.includes(NONE) ? undefined : meant;
}

/** Stands for what is no sign: XML holds no NUL, and none was let in above. */
const NONE = '\0';

/** Whether XML 1.0 knows a sign by that number (2.2); not so for NaN. */
function isLegal(code: number): boolean {
  if (code === 9 || code === 10 || code === 13) return true;
  return (
    (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  );
}
