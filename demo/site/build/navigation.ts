/** A page of the site, as the navigation names it. */
export interface NavigationPage {
  /** Path of the file below `demo/`. */
  readonly path: string;
  readonly label: string;
}

export interface NavigationGroup {
  readonly label: string;
  readonly pages: readonly NavigationPage[];
}

const page = (path: string, label: string): NavigationPage => ({path: `${path}.html`, label});
const element = (tag: string): NavigationPage => page(`elements/${tag}`, tag);

/** Every page of the site, in the order to read them. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    label: 'Start',
    pages: [page('index', 'The whole portal'), page('guides/getting-started', 'Getting started')],
  },
  {
    label: 'Elements',
    pages: [
      page('elements/index', 'All elements'),
      element('pg-portal'),
      element('pg-catalog'),
      element('pg-integration'),
      element('pg-install-flow'),
      element('pg-account-list'),
      element('pg-user-settings'),
      element('pg-field-mapper'),
      element('pg-input'),
      element('pg-tools'),
    ],
  },
  {
    label: 'Guides',
    pages: [
      page('guides/theming', 'Theming'),
      page('guides/design', 'Design system'),
      page('guides/words', 'Words and languages'),
      page('guides/events', 'Events'),
      page('guides/errors', 'Errors'),
      page('guides/accessibility', 'Accessibility'),
      page('guides/headless', 'Headless core'),
      page('guides/data-sources', 'Data sources'),
      page('guides/server', 'Server rendering'),
      page('guides/security', 'Security'),
    ],
  },
  {
    label: 'Recipes',
    pages: [
      page('recipes/own-inputs', 'Your own inputs'),
      page('recipes/own-catalog', 'Your own catalog'),
      page('recipes/clerk', 'Accounts of Clerk'),
      page('recipes/policy', 'Content security policy'),
      page('recipes/on-premise', 'On-premise host'),
      page('recipes/token', 'Fresh user tokens'),
      page('recipes/markup', 'HTML from a server'),
      page('recipes/steering', 'Links, Back and modals'),
    ],
  },
  {
    label: 'In another design',
    pages: [
      page('restyles/shadcn', 'A shadcn/ui app'),
      page('restyles/material', 'A Material app'),
      page('restyles/admin', 'A dense admin'),
      page('restyles/shop', 'A shop in Arabic'),
    ],
  },
  {
    label: 'Frameworks',
    pages: [
      page('guides/html', 'Plain HTML'),
      page('guides/vue', 'Vue'),
      page('guides/angular', 'Angular'),
      page('guides/react', 'React 19'),
      page('guides/react-18', 'React 18'),
      page('guides/svelte', 'Svelte'),
      page('guides/solid', 'Solid'),
    ],
  },
  {
    label: 'Live demos',
    pages: [
      page('compose', 'Your own layout'),
      page('install', 'Every way to connect'),
      page('inputs', 'Every input'),
      page('settings', 'Settings that fail'),
      page('mapper', 'Field mapping'),
    ],
  },
];

/** All pages, each with its group. */
export const PAGES = NAVIGATION.flatMap(({label, pages}) =>
  pages.map((entry) => ({...entry, group: label})),
);

/** Where a page stands, and what to read before and after it. */
export interface Position {
  readonly group: string;
  readonly label: string;
  readonly previous: NavigationPage | undefined;
  readonly next: NavigationPage | undefined;
}

/** @throws {Error} for a page that nobody would find */
export function positionOf(path: string): Position {
  const index = PAGES.findIndex((entry) => entry.path === path);
  const entry = PAGES[index];
  if (!entry) throw new Error(`${path} is not in demo/site/build/navigation.ts.`);
  return {
    group: entry.group,
    label: entry.label,
    previous: PAGES[index - 1],
    next: PAGES[index + 1],
  };
}

/** Address of one page as seen from another. */
export function linkFrom(path: string, to: string): string {
  return `${'../'.repeat(path.split('/').length - 1) || './'}${to}`;
}
