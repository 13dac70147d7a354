import {registerTranslation} from 'pg-elements';

registerTranslation('de', {
  accounts: {
    valid: 'Verbunden',
    invalid: 'Braucht Aufmerksamkeit',
    invalidHelp: 'Der Zugang ist abgelaufen. Verbinden Sie dieses Konto neu.',
    refreshed: (when: string) => `Erneuert ${when}`,
    disconnect: 'Trennen',
    disconnectAccount: (account: string) => `${account} trennen`,
    reconnect: 'Neu verbinden',
    reconnectAccount: (account: string) => `${account} neu verbinden`,
  },
});
