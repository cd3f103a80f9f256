/** The namespace under which a workbook without Excel keeps its settings; Excel itself keeps them in a web-extension part. */
export const SETTINGS_NAMESPACE = 'urn:mujun:workbench-settings';

/** Whether a custom XML part is the one that holds the settings. */
export function isSettingsXml(xml: string): boolean {
  return namespaceOf(xml) === SETTINGS_NAMESPACE;
}

/** The namespace of a part's outermost element, or ''. */
export function namespaceOf(xml: string): string {
  const root = /<(?![?!])(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml);
  const prefix = root?.[1];
  const attribute = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  const match = new RegExp(`(?:^|\\s)${attribute.replace('.', '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    root?.[2] ?? '',
  );
  return unescapeXml(match?.[1] ?? match?.[2] ?? '');
}

/** Settings as one custom XML part; values are JSON. */
export function writeSettings(settings: ReadonlyMap<string, unknown>): string {
  const items = [...settings].map(
    ([key, value]) => `<setting key="${escapeXml(key)}">${escapeXml(JSON.stringify(value ?? null))}</setting>`,
  );
  return `<settings xmlns="${SETTINGS_NAMESPACE}">${items.join('')}</settings>`;
}

/** Reads what `writeSettings` wrote; entries that are no JSON are left out. */
export function readSettings(xml: string): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  for (const match of xml.matchAll(/<setting key="([^"]*)">([^<]*)<\/setting>/g)) {
    const value = parseJson(unescapeXml(match[2] ?? ''));
    if (value !== undefined) settings.set(unescapeXml(match[1] ?? ''), value);
  }
  return settings;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Written by someone else: not a setting of ours.
    return undefined;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (sign) => {
    const entity = Object.keys(ENTITIES).find((name) => ENTITIES[name] === sign);
    return entity === undefined ? `&#${sign.charCodeAt(0)};` : `&${entity};`;
  });
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (all, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    if (name === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? all) : all;
  });
}
