import { packageMessage } from '../../text/package';
import { createPackage } from '../../package/createPackage';
import { PackageError } from '../../package/packageError';
import { loadMetadata } from '../functions/metadata';
import type { PaneHostDoor } from '../host/bridgeContract';
import type { HardshipOptions } from '../host/hardship';
import { download } from './download';
import { element, elementOf } from './element';
import { hostDoor } from './hostDoor';
import { ToolbarNotice } from './toolbarNotice';
import type { PageOptions } from './options';
import { PAGE_TEXTS } from './texts';
import { Workbench } from './workbench';

const PANE = '/taskpane.html';
/** Excel on the web refuses requests, and gives up answers, of more bytes. */
const MOST_ON_THE_WEB = 5_000_000;

const NO_FUNCTIONS: ReadonlySet<string> = new Set(['off', 'named']);

function hardshipOf({ platform, sync, book, excel, functions }: PageOptions): HardshipOptions {
  return {
    ...(platform === 'web' ? { mostBytes: MOST_ON_THE_WEB } : {}),
    ...(functions === 'slow' || functions === 'twice' ? { functions } : {}),
    ...{ delay: sync, book, isOld: excel === '2016' },
  };
}

/** The page: its toolbar, its notices, the grid and the pane. */
export class WorkbenchPage {
  readonly workbench: Workbench;
  private readonly notice: ToolbarNotice;
  private readonly frame: HTMLIFrameElement;

  /** Starts the grid with the add-in's functions; nothing is open yet. */
  static async start(options: PageOptions): Promise<WorkbenchPage> {
    return new WorkbenchPage(await loadMetadata(), options);
  }

  private constructor(metadata: Awaited<ReturnType<typeof loadMetadata>>, options: PageOptions) {
    this.notice = new ToolbarNotice(element(document, '#notice'));
    this.frame = elementOf(HTMLIFrameElement, document, '#pane');
    this.workbench = new Workbench({
      frame: this.frame,
      // Where Excel has no custom functions, their names mean nothing in cells.
      metadata: NO_FUNCTIONS.has(options.functions) || options.excel === '2016' ? [] : metadata,
      growsTables: options.tables === 'grow',
      hardship: hardshipOf(options),
      say: (message) => this.notice.show(message),
      changed: () => this.showState(),
      opened: () => this.renewPane(),
      openWorkbook: (base64) => void this.replace(bytesOf(base64), PAGE_TEXTS.copyName),
    });
    // Excel on a Mac and on the web drops what a pane would download.
    if (options.platform !== 'pc') this.frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    this.workbench.functions.blank = options.blank;
    (window as Window & { mujunHost?: PaneHostDoor }).mujunHost = hostDoor(this.workbench, options);
    this.connect();
  }

  /** Shows the task pane, once there is a workbook for it. */
  loadPane(): void {
    this.workbench.host.paneLoading();
    this.frame.src = PANE;
  }

  /** In Excel every workbook has a pane of its own. */
  private renewPane(): void {
    if (this.frame.src === '') return;
    this.workbench.host.paneLoading();
    this.frame.contentWindow?.location.replace(PANE);
  }

  /** Opens the sample ledger that the server offers. */
  async openSample(): Promise<void> {
    const response = await fetch('/sample.xlsx').catch(() => null);
    if (response?.ok !== true) {
      this.sampleMissing();
      return;
    }
    await this.replace(new Uint8Array(await response.arrayBuffer()), PAGE_TEXTS.sampleName);
  }

  private sampleMissing(): void {
    if (this.workbench.session.name === '') this.workbench.show(emptyWorkbook(), PAGE_TEXTS.copyName);
    this.notice.show(PAGE_TEXTS.sampleMissing);
  }

  private connect(): void {
    const input = elementOf(HTMLInputElement, document, '#open');
    input.addEventListener('change', () => void this.openChosen(input));
    element(document, '#sample').addEventListener('click', () => void this.openSample());
    element(document, '#download').addEventListener('click', () => void this.download());
    window.addEventListener('beforeunload', (event) => {
      if (this.workbench.session.unsaved) event.preventDefault();
    });
    this.workbench.book.changes.listen({ calculating: () => this.showState(), calculated: () => this.showState() });
  }

  private async openChosen(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    input.value = '';
    await this.replace(bytes, file.name);
  }

  private async replace(bytes: Uint8Array, name: string): Promise<void> {
    const { session } = this.workbench;
    if (session.unsaved && !(await this.notice.ask(PAGE_TEXTS.confirmReplace, PAGE_TEXTS.replace))) return;
    this.notice.hide();
    this.say(PAGE_TEXTS.opening);
    await nextFrame();
    try {
      this.workbench.show(bytes, name);
    } catch (error) {
      this.notice.show(sentence(error, PAGE_TEXTS.openFailed));
    }
    this.showState();
  }

  private async download(): Promise<void> {
    const { session, activity } = this.workbench;
    await activity.settled();
    try {
      download(session.save(), session.name);
    } catch (error) {
      this.notice.show(sentence(error, PAGE_TEXTS.saveFailed));
      return;
    }
    session.settle();
    const lost = session.notKept.list();
    if (lost.length > 0) this.notice.show(PAGE_TEXTS.notKept(lost));
  }

  private showState(): void {
    // Called while the workbench is still being made, too.
    const workbench = this.workbench as Workbench | undefined;
    if (workbench === undefined) return;
    const { session, activity } = workbench;
    element(document, '#name').textContent = session.name;
    this.say(activity.busy ? PAGE_TEXTS.calculating : session.unsaved ? PAGE_TEXTS.unsaved : PAGE_TEXTS.saved);
  }

  private say(state: string): void {
    element(document, '#state').textContent = state;
  }
}

function sentence(error: unknown, otherwise: string): string {
  if (error instanceof PackageError) return packageMessage(error, 'zh-CN');
  console.error(error);
  return otherwise;
}

function emptyWorkbook(): Uint8Array {
  return createPackage({ sheets: [] });
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Lets the browser draw before a long step. */
function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}
