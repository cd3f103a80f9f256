import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { root } from '../root';

const webpack = createRequire(import.meta.url).resolve('webpack/bin/webpack.js');

/** Compiles the add-in, and the workbench when asked, into `folder`. Rejects with webpack's own words when it fails. */
export function bundle(folder: string, options: { readonly workbench: boolean }): Promise<void> {
  const only = options.workbench ? [] : ['--config-name', 'add-in'];
  return new Promise((done, fail) => {
    const compiler = spawn(process.execPath, [webpack, '--env', `out=${folder}`, ...only], { cwd: root });
    let said = '';
    compiler.stdout.on('data', (text: Buffer) => (said += text.toString()));
    compiler.stderr.on('data', (text: Buffer) => (said += text.toString()));
    compiler.on('error', fail);
    compiler.on('close', (code) => {
      if (code === 0) done();
      else fail(new Error(`webpack failed (${code ?? 'killed'})\n${said}`));
    });
  });
}
