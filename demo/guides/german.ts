import {registerTranslation} from 'pg-elements';

registerTranslation('de', {
  accounts: {
    valid: 'Verbunden',
    invalid: 'Braucht Aufmerksamkeit',
    invalidHelp: 'Der Zugang ist abgelaufen. Verbinden Sie dieses Konto neu.',
    refreshed: (when: string) => `Erneuert ${when}`,
    disconnect: 'Trennen',
    actions: (account: string) => `Aktionen für ${account}`,
    reconnect: 'Neu verbinden',
    reconnectAccount: (account: string) => `${account} neu verbinden`,
  },
});
