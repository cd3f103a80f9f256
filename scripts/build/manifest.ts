/** The origin manifest.xml is written for: `npm run start:excel` serves it. */
export const developmentOrigin = 'https://localhost:3000';

/** Moves every address of a manifest written for `developmentOrigin` to `origin` (https, no slash at its end). */
export function withOrigin(manifest: string, origin: string): string {
  return manifest.replaceAll(developmentOrigin, origin);
}

/** Normalises what a person gave as `--origin`; Office accepts https only. Throws a sentence saying what is wrong. */
export function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw new Error(`--origin 不是网址 (not a URL): ${text}`);
  if (url.protocol !== 'https:') throw new Error(`--origin 必须以 https:// 开头 (Office accepts https only): ${text}`);
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Error(`--origin 只能含主机与路径 (host and path only): ${text}`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
