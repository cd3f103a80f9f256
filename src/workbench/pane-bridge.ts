import { documentContext } from './pane/documentContext';
import { ExternalHost } from './pane/externalHost';
import type { DocumentEventMessage, PaneHostDoor, RichMessage } from './host/bridgeContract';

/** The bridge office.js looks for, under the name it looks for. */
interface RichApiBridge {
  onMessageFromHost: ((text: string) => void) | null;
  readonly sendMessageToHost: (text: string) => void;
}

interface BridgeGlobals {
  _richApiNativeBridge?: RichApiBridge;
  /** The client's own namespace, once office.js has run. */
  readonly OfficeExt?: {
    readonly HostName: { readonly Host: { readonly getInstance: () => { getPlatform: () => string } } };
  };
}

/** Lets the client for Windows, whose wire this host speaks, say another platform: before it makes its context of it. */
function claimPlatform(platform: string): void {
  const claim = ({ target }: Event): void => {
    if (!(target instanceof HTMLScriptElement) || !target.src.endsWith('/office.js')) return;
    const host = (window as Window & BridgeGlobals).OfficeExt?.HostName.Host.getInstance();
    if (host) host.getPlatform = () => platform;
  };
  document.addEventListener('load', claim, { capture: true });
}

/**
 * Runs in the pane's frame before office.js and makes the frame look like a pane of Excel on Windows.
 * Opened on its own, the page stays what it is: a page outside Office.
 */
function installBridge(): void {
  const door = (window.parent as Window & { mujunHost?: PaneHostDoor }).mujunHost;
  if (window.parent === window || door === undefined) return;
  const bridge: RichApiBridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) =>
      window.parent.postMessage({ rich: text } satisfies RichMessage, window.location.origin),
  };
  const external = new ExternalHost(door, documentContext(door));
  window.addEventListener('message', (event: MessageEvent<Partial<RichMessage & DocumentEventMessage>>) => {
    if (event.source !== window.parent) return;
    const { rich, documentEvent } = event.data;
    if (typeof rich === 'string') bridge.onMessageFromHost?.(rich);
    if (typeof documentEvent === 'number') external.raise(documentEvent);
  });
  (window as Window & BridgeGlobals)._richApiNativeBridge = bridge;
  claimPlatform(door.platform());
  // Bit 2 of the last field is required, or custom functions never become ready.
  window.sessionStorage.setItem('hostInfoValue', `${door.app()}$Win32$16.01$zh-CN$telemetry$$$3`);
  // Deprecated for pages, but this is where office.js looks.
  Object.assign(Reflect.get(window, 'external') as object, external.members());
}

installBridge();
