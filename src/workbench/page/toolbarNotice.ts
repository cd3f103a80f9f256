import { element } from './element';

/** A line under the toolbar that says what went wrong, or asks, and blocks nothing; it can be closed. */
export class ToolbarNotice {
  private readonly text: HTMLElement;
  private readonly yes: HTMLElement;
  private answer: (yes: boolean) => void = () => undefined;

  constructor(private readonly bar: HTMLElement) {
    this.text = element(bar, '[data-part="text"]');
    this.yes = element(bar, '[data-part="yes"]');
    this.yes.addEventListener('click', () => this.close(true));
    element(bar, '[data-part="close"]').addEventListener('click', () => this.close(false));
  }

  /** Says something. */
  show(message: string): void {
    this.answer(false);
    this.answer = () => undefined;
    this.put(message, null);
  }

  /** Asks something; closing the bar, or the next message, means no. */
  ask(message: string, yes: string): Promise<boolean> {
    this.answer(false);
    this.put(message, yes);
    return new Promise((done) => {
      this.answer = done;
    });
  }

  hide(): void {
    this.close(false);
  }

  private close(yes: boolean): void {
    this.bar.hidden = true;
    this.answer(yes);
    this.answer = () => undefined;
  }

  private put(message: string, yes: string | null): void {
    this.text.textContent = message;
    this.yes.hidden = yes === null;
    this.yes.textContent = yes ?? '';
    this.bar.hidden = false;
  }
}
