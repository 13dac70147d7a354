import 'pg-elements/define';
import {registerTranslation} from 'pg-elements';

registerTranslation('en', {
  accounts: {
    valid: 'Up and running',
    disconnect: 'Remove from this app',
    actions: (account) => `More for ${account}`,
    // A number decides between two sentences.
    workflowsMore: (count) => (count === 1 ? 'And one more.' : `And ${count} more.`),
  },
});
