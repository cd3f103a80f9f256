import { serve, type Served, type ServeOptions } from './serve';

/** Reads a port number; throws a sentence for a person when it is none. */
export function parsePort(text: string): number {
  const port = Number(text);
  // Spaces are forgiven: `set PORT=3001 && npm start` on Windows leaves one at the end.
  if (/^\d+\s*$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`PORT 应为 1–65535 的整数 (must be an integer from 1 to 65535): ${text}`);
}

/** Serves, and says what to do when another program holds the port. */
export async function serveOrExplain(options: ServeOptions): Promise<Served> {
  try {
    return await serve(options);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new Error(portTaken(options.port), { cause: error }) : error;
  }
}

const portTaken = (port: number): string =>
  `端口 ${String(port)} 已被其他程序占用。请关闭那个程序，或换一个端口再试：PORT=${String(port + 1)} npm start
Port ${String(port)} is in use by another program. Close it, or choose another port: PORT=${String(port + 1)} npm start
（Windows 命令提示符 / Windows command prompt: set PORT=${String(port + 1)} && npm start）`;
