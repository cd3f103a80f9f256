import { spawn } from 'node:child_process';
import { inRoot, root } from '../root';
import type { StepResult } from './step';

/** Runs a tool of node_modules by its script, so that it works alike on every system; `out` is its standard output. */
export function runTool(script: string, ...args: readonly string[]): Promise<StepResult & { readonly out: string }> {
  return new Promise((done, fail) => {
    const tool = spawn(process.execPath, [inRoot('node_modules', script), ...args], { cwd: root });
    let out = '';
    let said = '';
    tool.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      said += text.toString();
    });
    tool.stderr.on('data', (text: Buffer) => (said += text.toString()));
    tool.on('error', fail);
    tool.on('close', (code) => done({ ok: code === 0, said, out }));
  });
}
