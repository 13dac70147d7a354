/** Where the table of contents stands beside the page. */
const BESIDE = matchMedia('(width >= 75rem)');

/** Keeps the table of contents open where there is room for it, and marks in it which section is being read. */
export function followReading(): void {
  const details = document.querySelector<HTMLDetailsElement>('.contents > details');
  if (!details) return;
  const fit = (): void => {
    details.open = BESIDE.matches;
  };
  BESIDE.addEventListener('change', fit);
  fit();

  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const mark = (): void => {
    // The last heading that has been scrolled past, or the first one of the page.
    const edge = innerHeight / 4;
    const passed = [...links.keys()].filter(
      (heading) => heading.getBoundingClientRect().top < edge,
    );
    const current = links.get(passed.at(-1) ?? [...links.keys()][0] ?? document.body);
    for (const link of links.values()) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  let isDue = false;
  addEventListener(
    'scroll',
    () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        mark();
      });
    },
    {passive: true},
  );
  mark();
}
