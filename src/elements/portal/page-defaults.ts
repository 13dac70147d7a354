import type {AccountNaming} from '../../core/accounts/account-names.js';
import type {ConnectSdk, DataSources, SdkEndpoints} from '../../core/sdk.js';
import type {FieldMappingSetup, InputReplacements} from '../input/inputs-context.js';

/** What `<pg-portal>` can be told, and a page for all of its portals. */
export interface PortalSettings {
  readonly projectId?: string | undefined;
  readonly userToken?: string | undefined;
  readonly getUserToken?: (() => Promise<string>) | undefined;
  readonly tokenUrl?: string | undefined;
  readonly tokenMethod?: 'GET' | 'POST' | undefined;
  readonly host?: string | undefined;
  readonly endpoints?: SdkEndpoints | undefined;
  readonly imageHosts?: string | undefined;
  readonly dataSources?: DataSources | undefined;
  readonly inputs?: InputReplacements | undefined;
  readonly fieldMapping?: FieldMappingSetup | undefined;
  readonly accountName?: AccountNaming['accountName'];
  readonly renameAccount?: AccountNaming['renameAccount'];
  readonly sdk?: ConnectSdk | undefined;
}

/** Where a page without scripts of its own says what `configure` says elsewhere, as JSON. */
const MARKUP = 'script[data-pg-elements], meta[name="pg-elements"]';

let configured: PortalSettings = {};
const followers = new Set<() => void>();

/**
 * Settings for every `<pg-portal>` of the page, those that come later too; what a portal says itself takes precedence. A second call
 * adds to the first. A page without a build gives the same names as JSON, in `<script type="application/json" data-pg-elements>` or in
 * the `content` of `<meta name="pg-elements">`.
 */
export function configure(settings: PortalSettings): void {
  configured = {...configured, ...settings};
  for (const follow of followers) follow();
}

/** Calls back after `configure`, until the returned function is called. */
export function followDefaults(follow: () => void): () => void {
  followers.add(follow);
  return () => followers.delete(follow);
}

/**
 * The settings of one portal: its own, else those of the page.
 * @param names those of all properties of a portal
 * @param onMistake told once what is wrong with the JSON in the page
 */
export function settingsOf(
  own: PortalSettings,
  names: Iterable<PropertyKey>,
  onMistake: (cause: unknown) => void,
): PortalSettings {
  const markup = readMarkup(onMistake);
  const settings: Record<PropertyKey, unknown> = {};
  for (const name of names as Iterable<keyof PortalSettings>) {
    const value = [own[name], configured[name], markup[name]].find(isSet);
    if (isSet(value)) settings[name] = value;
  }
  // An empty token is a mistake to be told.
  if (own.userToken === '') settings['userToken'] ??= '';
  return settings;
}

/** Frameworks take a property away by setting nothing, of one kind or another. */
const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Markup that was complained about. */
const wrong = new WeakSet<Element>();

function readMarkup(onMistake: (cause: unknown) => void): PortalSettings {
  const element = document.querySelector(MARKUP);
  if (!element || wrong.has(element)) return {};
  try {
    return Object(
      JSON.parse(element.getAttribute('content') ?? element.textContent),
    ) as PortalSettings;
  } catch (cause) {
    wrong.add(element);
    onMistake(cause);
    return {};
  }
}
