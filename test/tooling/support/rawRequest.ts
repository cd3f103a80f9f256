import { request } from 'node:http';

/** What a server answered. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Sends a path exactly as written (`fetch` would tidy it first), with the headers given. */
export function rawRequest(url: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', fail);
    asked.end();
  });
}
