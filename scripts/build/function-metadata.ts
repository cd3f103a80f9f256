import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import './policies.js';
import { inRoot } from '../root';

interface MetadataModule {
  readonly functionMetadata: (language: 'zh-CN' | 'en') => unknown;
}

const source = inRoot('src/functions/metadata.ts');

/** Writes functions.json (en) and functions-zh-cn.json, which the manifest names, from the one table in src/functions. */
export async function writeFunctionMetadata(folder: string): Promise<void> {
  const { functionMetadata } = await load();
  await writeFile(path.join(folder, 'functions.json'), asJson(functionMetadata('en')));
  await writeFile(path.join(folder, 'functions-zh-cn.json'), asJson(functionMetadata('zh-CN')));
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Bundled first, because the table may reach files Node cannot import by itself (`*.yaml`). */
async function load(): Promise<MetadataModule> {
  const bundled = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    loader: { '.yaml': 'text' },
  });
  const code = Buffer.from(bundled.outputFiles[0]?.contents ?? new Uint8Array()).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as MetadataModule;
}
