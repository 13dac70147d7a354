import {registerLanguage, type Translation} from '../translations.js';

/** British English: what is spelt otherwise than in American English. */
export const words: Translation = {
  install: {
    salesforceAppAdmin:
      'You’ll need an admin to add this app from AppExchange to your Salesforce org to continue authorising your account.',
    salesforcePackageAdmin:
      'You’ll need an admin to install a package to your Salesforce org to continue authorising your account.',
  },
};

registerLanguage('en-GB', words);
