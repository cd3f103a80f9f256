/** F6 goes from the grid to the pane and back, as it does in Excel: the grid keeps Tab for itself. */
export function turnByF6(page: Document, pane: HTMLIFrameElement): void {
  let left: Element | null = null;
  const isF6 = (event: KeyboardEvent) => event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey;
  page.addEventListener(
    'keydown',
    (event) => {
      if (!isF6(event)) return;
      event.preventDefault();
      event.stopPropagation();
      left = page.activeElement;
      const tab = pane.contentDocument?.querySelector('[role="tab"][aria-selected="true"]');
      pane.contentWindow?.focus();
      if (tab) (tab as HTMLElement).focus();
    },
    { capture: true },
  );
  const back = (event: KeyboardEvent): void => {
    if (!isF6(event)) return;
    event.preventDefault();
    pane.blur();
    if (left) (left as HTMLElement).focus();
  };
  pane.addEventListener('load', () => pane.contentWindow?.addEventListener('keydown', back, { capture: true }));
}
