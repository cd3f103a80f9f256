import { fileUnder } from './file-under';
import type { Site } from './site';

/** Excel on the web fetches functions.json and the icons from its own origin, so both must be readable across origins. */
const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** Office asks that icons may be cached, or it shows none; the rest is always asked for anew, so that a new build is seen at once. */
const iconHeaders = { ...headers, 'cache-control': 'public, max-age=86400' };

/** Serves a built add-in as a plain web server would: what `npm run start:excel` shows to a real Excel. */
export const addInSite =
  (dist: string): Site =>
  async (path) => {
    const file = await fileUnder(dist, path);
    return file === undefined
      ? undefined
      : { kind: 'file', file, headers: path.startsWith('/icons/') ? iconHeaders : headers };
  };
