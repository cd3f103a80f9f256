import { PANE_WIDTH, paneWidth } from './options';

const STEP = 10;

/** Lets the pane be made wider or narrower with the mouse or with the arrow keys. */
export function makeSplitter(handle: HTMLElement, width: number): void {
  const page = document.documentElement;
  const set = (pixels: number): void => {
    const next = paneWidth(pixels);
    page.style.setProperty('--pane-width', `${next}px`);
    handle.setAttribute('aria-valuenow', String(next));
  };
  const current = (): number => Number(handle.getAttribute('aria-valuenow'));
  handle.setAttribute('aria-valuemin', String(PANE_WIDTH.least));
  handle.setAttribute('aria-valuemax', String(PANE_WIDTH.most));
  set(width);
  handle.addEventListener('pointerdown', (event) => handle.setPointerCapture(event.pointerId));
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  });
  handle.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft') set(current() + STEP);
    if (event.key === 'ArrowRight') set(current() - STEP);
  });
}
