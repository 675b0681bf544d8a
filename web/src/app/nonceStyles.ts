/**
 * Gives every style element that a library makes at run time (scroll lock of dialogs, tooltips, editors) the page's
 * nonce. Only scripts of our own origin run here (script-src 'self'), so the nonce does not widen what may be styled by others.
 */
export function nonceStyles(nonce: string): void {
  const createElement = document.createElement.bind(document);
  const create = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  Object.defineProperty(document, 'createElement', { value: create, configurable: true, writable: true });
}
