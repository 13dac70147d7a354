import {openSearch} from './dialog.js';

/** Opens the search: by its button, `/`, or the shortcut of the platform. */
export function startSearch(opener: HTMLButtonElement): void {
  opener.addEventListener('click', openSearch);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !isShortcut(event)) return;
    event.preventDefault();
    openSearch();
  });
}

function isShortcut(event: KeyboardEvent): boolean {
  const {key, ctrlKey, metaKey, altKey} = event;
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey;
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(event);
}

/** Whether the key belongs to a field, also to one in an element's shadow. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
