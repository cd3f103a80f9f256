import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../scripts/build/build';
import { developmentBuild } from '../../scripts/build/options';
import { requireBrowser } from '../../scripts/find-browser';
import { serve } from '../../scripts/serve';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the workbench is served, without a slash at its end. */
    url: string;
    /** The browser to launch with playwright-core. */
    executablePath: string;
  }
}

/** Before any browser test: a browser, an up-to-date build, and a server on a free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('executablePath', requireBrowser());
  await ensureBuilt(developmentBuild);
  const served = await serve({ port: 0 });
  project.provide('url', served.url);
  return () => served.close();
}
