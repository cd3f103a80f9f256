/** The bridge between office.js and the host, as the pane's page has it. */
interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost: (text: string) => void;
}

/** From now on every request that holds a text is answered with an error, as a host does that breaks off. */
export function refuseText(text: string, code: string): void {
  const bridge = (window as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const send = bridge.sendMessageToHost;
  bridge.sendMessageToHost = (message) => {
    if (!message.includes(text)) return send(message);
    const { id } = JSON.parse(message) as { id: number };
    const body = JSON.stringify({ Error: { Code: code, Message: 'refused by the test', ActionIndex: 0 } });
    const reply = { id, type: 2, message: { statusCode: 200, headers: {}, body } };
    setTimeout(() => bridge.onMessageFromHost?.(JSON.stringify(reply)));
  };
}
