import { element, elementOf } from './page/element';
import { pageOptions } from './page/options';
import { WorkbenchPage } from './page/workbenchPage';
import { makeSplitter } from './page/splitter';
import { turnByF6 } from './page/turnByF6';
import { workbenchApi, type WorkbenchApi } from './page/workbenchApi';
import './workbench.css';

async function main(): Promise<void> {
  const options = pageOptions(window.location.search);
  makeSplitter(element(document, '#splitter'), options.pane);
  turnByF6(document, elementOf(HTMLIFrameElement, document, '#pane'));
  const page = await WorkbenchPage.start(options);
  await page.openSample();
  page.loadPane();
  (window as Window & { workbench?: WorkbenchApi }).workbench = workbenchApi(page.workbench);
}

void main();
