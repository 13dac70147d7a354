import {registerTranslation, type Translation} from 'pg-elements/i18n';

const german: Translation = {
  common: {cancel: 'Abbrechen'},
  accounts: {
    reconnectAccount: (account) => `${account} neu verbinden`,
    workflowsMore: (count: number) => `${count} weitere`,
  },
};
registerTranslation('de', german);

// @ts-expect-error no such area
registerTranslation('de', {comon: {cancel: 'Abbrechen'}});
// @ts-expect-error no such key
registerTranslation('de', {common: {cancle: 'Abbrechen'}});
// @ts-expect-error takes no number
registerTranslation('de', {common: {cancel: (count: number) => `${count} Abbrechen`}});
// @ts-expect-error the name of the account belongs inside
registerTranslation('de', {accounts: {reconnectAccount: 'Neu verbinden'}});
// @ts-expect-error a name, not a number
registerTranslation('de', {accounts: {reconnectAccount: (account: number) => `${account}`}});
