import { useEffect, type RefObject } from 'react';

/**
 * Where the element with the focus is taken away (a question answered, a message closed), the focus goes to the screen
 * and not to the top of the page. It is never taken from the sheet: only a pane that has the focus keeps it.
 */
export function useFocusKept(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    const note = (event: FocusEvent) => (last = event.target);
    const keep = () => {
      const isLost = last instanceof Element && !last.isConnected && document.activeElement === document.body;
      if (isLost && document.hasFocus()) screen.current?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, [screen]);
}
