import type { Services } from './modelerTypes.ts';

/**
 * diagram-js module: the search for an element, which by itself looks at keys that are let go only. What an input method, a voice or
 * the mouse puts in is searched for too; Enter counts where it was pressed in the field, not where it opened the search or ended
 * the composing of a word.
 */
function SearchByInput(this: object, eventBus: Services['eventBus'], canvas: Services['canvas']) {
  let enter = false;
  let container: Element | null = null;
  eventBus.on('searchPad.opened', () => {
    enter = false;
    if (container !== null) return;
    container = canvas.getContainer().querySelector('.djs-search-container');
    container?.addEventListener('input', ({ target }) =>
      target?.dispatchEvent(new KeyboardEvent('keyup', { key: 'Process', bubbles: true })),
    );
    container?.addEventListener('keydown', (event) => {
      const { key, isComposing } = event as KeyboardEvent;
      enter = key === 'Enter' && !isComposing;
    });
    container?.addEventListener(
      'keyup',
      (event) => {
        if ((event as KeyboardEvent).key === 'Enter' && !enter) event.stopPropagation();
      },
      true,
    );
  });
}
SearchByInput.$inject = ['eventBus', 'canvas'];

export const searchByInput = { __init__: ['searchByInput'], searchByInput: ['type', SearchByInput] };
