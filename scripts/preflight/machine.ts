import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** What a program did: its exit code (undefined where there is no such program) and all that it printed. */
export interface Ran {
  readonly status: number | undefined;
  readonly said: string;
}

/** The machine as the preflight sees it, so that tests can make up another one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly node: string;
  readonly isRoot: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  readonly realPath: (file: string) => string;
  readonly run: (program: string, ...args: readonly string[]) => Ran;
}

/** The machine this runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  node: process.versions.node,
  isRoot: process.getuid?.() === 0,
  env: process.env,
  exists: existsSync,
  realPath: (file) => realpathSync(file),
  run: (program, ...args) => {
    const { status, error, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
    });
    return error ? { status: undefined, said: error.message } : { status: status ?? 1, said: stdout + stderr };
  },
};

/** Where a program is found on PATH. */
export function onPath({ platform, env, exists }: Machine, program: string): string | undefined {
  const name = platform === 'win32' ? `${program}.exe` : program;
  const folders = (env['PATH'] ?? '').split(platform === 'win32' ? ';' : ':').filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find(exists);
}
