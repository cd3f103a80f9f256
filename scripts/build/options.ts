import { parseArgs } from 'node:util';
import { developmentOrigin, parseOrigin } from './manifest';
import { officeSources, type OfficeSource } from './office-source';

/** One build: where it will be reached, whose office.js it loads, whether the workbench goes along, and the folder. */
export interface BuildOptions {
  readonly origin: string;
  readonly officeJs: OfficeSource;
  readonly workbench: boolean;
  /** The stand-alone edition goes along, under standalone/. */
  readonly standalone: boolean;
  readonly out: string;
}

/** What `npm start`, the tests and `npm run check` use: the add-in for localhost, and the workbench. */
export const developmentBuild: BuildOptions = {
  origin: developmentOrigin,
  officeJs: 'cdn',
  workbench: true,
  standalone: true,
  out: 'dist',
};

/** Reads the command line of `npm run build`. Throws a sentence for a person when it cannot. */
export function parseBuildOptions(args: readonly string[]): BuildOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      origin: { type: 'string', default: developmentOrigin },
      'office-js': { type: 'string', default: 'cdn' },
      workbench: { type: 'boolean', default: false },
      standalone: { type: 'boolean', default: false },
      out: { type: 'string', default: 'dist' },
    },
  });
  const officeJs = officeSources.find((source) => source === values['office-js']);
  if (officeJs === undefined) throw new Error(`--office-js 只能是 (must be one of): ${officeSources.join(', ')}`);
  const { workbench, standalone, out } = values;
  return { origin: parseOrigin(values.origin), officeJs, workbench, standalone, out };
}
