/** Opens and closes the navigation where there is no room to show it beside the page. */
export function startMenu(toggle: HTMLButtonElement, navigation: HTMLElement): void {
  const isOpen = (): boolean => toggle.getAttribute('aria-expanded') === 'true';
  const setOpen = (open: boolean): void => toggle.setAttribute('aria-expanded', String(open));

  toggle.addEventListener('click', () => setOpen(!isOpen()));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOpen()) return;
    const hadFocus = navigation.contains(document.activeElement);
    setOpen(false);
    if (hadFocus) toggle.focus();
  });
  document.addEventListener('click', (event) => {
    const path = event.composedPath();
    if (!path.includes(navigation) && !path.includes(toggle)) setOpen(false);
  });
  // A list that scrolls by itself begins where the reader is.
  const current = navigation.querySelector<HTMLElement>('[aria-current]');
  if (current) navigation.scrollTop = current.offsetTop - navigation.clientHeight / 2;
}
