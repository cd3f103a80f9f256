import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { inRoot } from './root';
import { addInSite } from './serve/add-in-site';
import { contentType } from './serve/content-types';
import type { Content, Site } from './serve/site';
import { workbenchSite } from './serve/workbench-site';

/** `port` 0 takes a free one; with `credentials` the add-in alone is served over https, else the workbench over http. */
export interface ServeOptions {
  readonly port: number;
  readonly dist?: string;
  readonly credentials?: { readonly key: string | Buffer; readonly cert: string | Buffer };
}

/** A running server; `close` ends open connections too. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a build to this machine only: both loopback addresses, and no request that names another host (a page of
 * another site could otherwise read a ledger through DNS rebinding). Rejects with EADDRINUSE when the port is taken.
 */
export async function serve({ port, dist = inRoot('dist'), credentials }: ServeOptions): Promise<Served> {
  const site = credentials === undefined ? workbenchSite(dist) : addInSite(dist);
  const open = (listener: RequestListener): Server =>
    credentials === undefined ? createServer(listener) : createHttpsServer({ ...credentials }, listener);
  const listener: RequestListener = (request, response) => void respond(site, request, response);
  const servers = [await listen(open(listener), port, '127.0.0.1')];
  try {
    // 'localhost' may mean ::1 first: were another server listening there, the browser would show that one.
    if (port !== 0) servers.push(...(await listenIfPresent(open(listener), port, '::1')));
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
  const scheme = credentials === undefined ? 'http' : 'https';
  const url = `${scheme}://localhost:${String(portOf(servers[0]))}`;
  return { url, close: () => closeAll(servers) };
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuse(request);
  if (refusal !== undefined) {
    end(response, refusal.status, refusal.text);
    return;
  }
  const path = decodedPath(request.url ?? '/');
  const content = path === undefined ? undefined : await site(path);
  if (content === undefined) {
    end(response, 404, 'Not found');
    return;
  }
  response.writeHead(200, {
    ...safeHeaders,
    'cache-control': isLasting(content) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-type': typeOf(content),
    ...content.headers,
  });
  if (request.method === 'HEAD') response.end();
  else if (content.kind === 'html') response.end(content.html);
  // A reader that goes away mid-file is no trouble of ours.
  else await pipeline(createReadStream(content.file), response).catch(() => response.destroy());
}

/** A name with the hash of what the file holds never holds anything else: a browser may keep it, and its code compiled. */
const isLasting = (content: Content): boolean => content.kind === 'file' && /\.[0-9a-f]{10}\.\w+$/.test(content.file);

const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const typeOf = (content: Content): string => contentType(content.kind === 'file' ? content.file : 'page.html');

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

function refuse(request: IncomingMessage): { readonly status: number; readonly text: string } | undefined {
  if (!loopbackHost.test(request.headers.host ?? ''))
    return { status: 421, text: 'This server answers localhost only' };
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, text: 'Only GET and HEAD' };
  return undefined;
}

function decodedPath(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...safeHeaders,
    'cache-control': 'no-cache',
    'content-type': 'text/plain; charset=utf-8',
  });
  response.end(text);
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done(server));
  });
}

/** A machine without IPv6 has no ::1, and needs none. */
async function listenIfPresent(server: Server, port: number, host: string): Promise<readonly Server[]> {
  try {
    return [await listen(server, port, host)];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return [];
    throw error;
  }
}

const portOf = (server: Server | undefined): number => (server?.address() as AddressInfo).port;

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    }),
  );
}
