/** Where a deployed add-in takes office.js from: Microsoft's CDN, its 21Vianet twin, or a copy the administrator supplies. */
export type OfficeSource = 'cdn' | '21vianet' | 'self';

/** The names `--office-js` accepts. */
export const officeSources: readonly OfficeSource[] = ['cdn', '21vianet', 'self'];

/** Where a self-hosted office.js is looked for, relative to taskpane.html. */
export const selfHostedScript = 'office/office.js';

const cdnOrigin = 'https://appsforoffice.microsoft.com';
const cdnScript = `${cdnOrigin}/lib/1/hosted/office.js`;
const partnerOrigin = 'https://appsforoffice.cdn.partner.office365.cn';

const places: Readonly<Record<OfficeSource, { readonly script: string; readonly origin: string }>> = {
  cdn: { script: cdnScript, origin: cdnOrigin },
  '21vianet': { script: `${partnerOrigin}/appsforoffice/lib/1/hosted/office.js`, origin: partnerOrigin },
  self: { script: selfHostedScript, origin: "'self'" },
};

/** Points a taskpane page, written for Microsoft's CDN, at another office.js: its script tag and its security policy. */
export function withOfficeSource(html: string, source: OfficeSource): string {
  return withOfficeScript(html, places[source]);
}

/** As `withOfficeSource`, for a script address of the caller's own origin. */
export function withOwnOfficeScript(html: string, script: string): string {
  return withOfficeScript(html, { script, origin: "'self'" });
}

/** The tag that loads office.js in a page that uses `script`. */
export const officeTag = (script: string): string => `<script src="${script}"></script>`;

function withOfficeScript(html: string, place: { readonly script: string; readonly origin: string }): string {
  const tags = html.split(officeTag(cdnScript)).length - 1;
  if (tags !== 1) throw new Error(`taskpane.html must load office.js once, from ${cdnScript}; found ${tags} tags`);
  return html
    .replace(officeTag(cdnScript), officeTag(place.script))
    .replaceAll(cdnOrigin + ' ', `${place.origin} `)
    .replaceAll(cdnOrigin + ';', `${place.origin};`)
    .replaceAll("'self' 'self'", "'self'");
}
