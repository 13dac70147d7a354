import 'pg-elements/define';
import type {PgFieldMapper} from 'pg-elements';

const portal = document.querySelector('pg-portal');
const mapper = document.querySelector<PgFieldMapper>('#mapper');

// The input is one of the settings of the integration, as the SDK describes it.
portal?.addEventListener('pg-ready', () => {
  const {session} = portal;
  if (!session || !mapper) return;
  mapper.credential = session.integration('orbitcrm')?.accounts[0]?.id;
  mapper.input = session.texts('orbitcrm')?.settings.find(({type}) => type === 'FIELD_MAPPER');
  mapper.value = {objectMapping: 'Contact', dependentInput: 'standard', fieldMappings: {}};
});
