/** Finds an element that must be there. */
export function element(root: ParentNode, selector: string): HTMLElement {
  return elementOf(HTMLElement, root, selector);
}

/** Finds an element of a kind that must be there. */
export function elementOf<T extends HTMLElement>(kind: new () => T, root: ParentNode, selector: string): T {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}
