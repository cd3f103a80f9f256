/** The bridge between office.js and the host, as the pane's page has it. */
interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost: (text: string) => void;
}

/**
 * Answers every request that holds a text with an error, as a host does that breaks off; gives the way to end this.
 * Only the first `times` of them, when given.
 */
export function refuseText(text: string, code: string, times = Infinity): () => void {
  const bridge = (window as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const send = bridge.sendMessageToHost;
  let left = times;
  bridge.sendMessageToHost = (message) => {
    if (left > 0 && message.includes(text)) {
      left -= 1;
      setTimeout(() => bridge.onMessageFromHost?.(refusal(message, code)));
    } else send(message);
  };
  return () => {
    left = 0;
  };
}

/** Does something before the first request that holds a text is sent: what another hand does in that moment. */
export function before(text: string, act: () => Promise<unknown>): void {
  const bridge = (window as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const send = bridge.sendMessageToHost;
  let isDue = true;
  bridge.sendMessageToHost = (message) => {
    if (!isDue || !message.includes(text)) {
      send(message);
      return;
    }
    isDue = false;
    void act().then(() => send(message));
  };
}

/** Carries the first request that holds a text out, and answers it with an error: what a host does that breaks off too late. */
export function loseAnswer(text: string, code: string): void {
  const bridge = (window as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const send = bridge.sendMessageToHost;
  const hear = bridge.onMessageFromHost;
  let lost: string | undefined;
  bridge.sendMessageToHost = (message) => {
    if (lost === undefined && message.includes(text)) lost = message;
    send(message);
  };
  bridge.onMessageFromHost = (answer) => {
    const isLost = lost !== undefined && idOf(lost) === idOf(answer);
    hear?.(isLost ? refusal(lost ?? '', code) : answer);
  };
}

const idOf = (message: string) => (JSON.parse(message) as { id: number }).id;

function refusal(message: string, code: string): string {
  const { id } = JSON.parse(message) as { id: number };
  const body = JSON.stringify({ Error: { Code: code, Message: 'refused by the test', ActionIndex: 0 } });
  return JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } });
}
