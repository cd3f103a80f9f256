import type { ElementHandle, Frame } from 'playwright-core';

/** A number from 0 up to 1. */
export type Chance = () => number;

/** One thing done to the pane. */
export interface Act {
  readonly what: string;
  /** Left out: it could not be done, because the screen changed meanwhile. */
  readonly done: boolean;
}

type Control = ElementHandle<HTMLElement>;

const CONTROLS = 'button, [role="tab"], select, input, textarea';
const PATIENCE = { timeout: 1500 };

/** What a person may type: numbers in and out of range, words, nothing, what looks like a formula. */
const TYPED = [
  '0',
  '1',
  '2',
  '50',
  '100',
  '101',
  '-1',
  '0.5',
  '1e9',
  '2030',
  '1999',
  '2,000',
  '',
  '甲',
  '=1+1',
  '方案 <甲>',
  '亩均税收 < 5',
];

/** What can be pressed, chosen or typed into on the screen as it is. */
async function usableOf(pane: Frame, handles: readonly Control[]): Promise<Control[]> {
  const usable = await pane.evaluate(
    (elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const off = element.matches(':disabled, [aria-disabled="true"], [data-tabster-dummy]');
        return !off && width > 0 && height > 0 && (element as HTMLInputElement).type !== 'file';
      }),
    [...handles],
  );
  return handles.filter((_, at) => usable[at] === true);
}

function described(control: Control) {
  return control.evaluate((element) => ({
    kind: element.tagName === 'INPUT' ? (element as HTMLInputElement).type : element.tagName.toLowerCase(),
    options: element instanceof HTMLSelectElement ? [...element.options].filter(({ disabled }) => !disabled).length : 0,
    name: (element.getAttribute('aria-label') ?? (element.textContent || (element as HTMLInputElement).value)).slice(
      0,
      30,
    ),
  }));
}

/** Does one thing by chance; `before` is asked with its name first. */
export async function actOnce(pane: Frame, chance: Chance, before: (name: string) => Promise<void>): Promise<Act> {
  const handles = (await pane.$$(CONTROLS)) as Control[];
  try {
    return await actOn(await usableOf(pane, handles), chance, before);
  } finally {
    // A handle keeps its element, and with it the whole screen that it once stood on, for as long as the page lives.
    await Promise.all(handles.map((handle) => handle.dispose()));
  }
}

async function actOn(
  controls: readonly Control[],
  chance: Chance,
  before: (name: string) => Promise<void>,
): Promise<Act> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  const tabs = await Promise.all(controls.map((control) => control.getAttribute('role')));
  // A tab one time in eight: most of the time is spent on a screen, not between them.
  const isTab = chance() < 0.125;
  const control = pick(controls.filter((_, at) => (tabs[at] === 'tab') === isTab));
  if (!(control as unknown)) return { what: 'nothing to do', done: false };
  const { kind, options, name } = await described(control);
  const typed = pick(TYPED);
  const key = pick(['ArrowRight', 'ArrowLeft', 'PageUp', 'Home', 'End']);
  const chosen = Math.floor(chance() * options);
  await before(name);
  const doing = (): [string, Promise<unknown>] => {
    if (kind === 'select') return [`option ${String(chosen)}`, control.selectOption({ index: chosen }, PATIENCE)];
    if (kind === 'range') return [key, control.press(key, PATIENCE)];
    if (kind === 'text' || kind === 'textarea' || kind === 'date')
      return [`“${typed}”`, control.fill(kind === 'date' ? '2024-06-30' : typed, PATIENCE)];
    return ['press', control.click({ ...PATIENCE, force: kind === 'checkbox' || kind === 'radio' })];
  };
  const [how, going] = doing();
  const done = await going.then(() => true).catch(() => false);
  return { what: `${kind} ${name}: ${how}${done ? '' : ' (not done)'}`, done };
}
