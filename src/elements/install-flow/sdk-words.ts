import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';

type Key = Extract<keyof typeof install, `salesforce${string}`>;

/** What the SDK says in English by itself, before somebody connects Salesforce, and the words of the kit for it. */
const PHRASES: ReadonlyMap<string, Key> = new Map(
  Object.entries({
    'Install App': 'salesforceApp',
    'Install Package': 'salesforcePackage',
    "You'll need an admin to add this app from AppExchange to your Salesforce org to continue authorizing your account.":
      'salesforceAppAdmin',
    "You'll need an admin to install a package to your Salesforce org to continue authorizing your account.":
      'salesforcePackageAdmin',
    'From AppExchange, click Get It Now and follow the prompts to add the app to your Production environment.':
      'salesforceAppProduction',
    'From AppExchange, click Try It and follow the prompts to add the app to your Sandbox environment.':
      'salesforceAppSandbox',
    'In the install prompt, choose "Install for All Users" if Salesforce users in your org other than your admin will also connect their accounts to this integration.':
      'salesforcePackageUsers',
    'Install Image': 'salesforceImage',
    'Go to AppExchange': 'salesforceOpen',
    Install: 'salesforceInstall',
    'Copy link': 'salesforceCopyLink',
    "I've installed the package": 'salesforceInstalled',
  } as const),
);

type InstallWords = Localizer<typeof install>;

/** A text of the SDK in the words of the kit; any other text as it is. */
export function sdkWords(text: string, words: InstallWords): string {
  const key = PHRASES.get(text.trim());
  return key ? words.term(key) : text;
}

/** Markdown of the SDK in the words of the kit, line by line: what a backend says stays as it is. */
export function sdkMarkdown(text: string, words: InstallWords): string {
  // A heading, an image or a paragraph.
  return text.replace(
    /^(#+ |!\[|)([^\]\n]+)/gm,
    (_, mark: string, said: string) => mark + sdkWords(said, words),
  );
}
