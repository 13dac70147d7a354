import 'pg-elements/define';
import type {PgFieldMapper} from 'pg-elements';

const portal = document.querySelector('pg-portal');
const mapper = document.querySelector<PgFieldMapper>('#mapper');

// The input is one of the settings of the integration, as the SDK describes it.
portal?.addEventListener('pg-ready', fill);
fill();

function fill(): void {
  const input = portal?.session
    ?.texts('orbitcrm')
    ?.settings.find(({type}) => type === 'FIELD_MAPPER');
  if (!input || !mapper) return;
  mapper.credential = portal?.session?.integration('orbitcrm')?.accounts[0]?.id;
  mapper.input = input;
  mapper.value = {objectMapping: 'Contact', dependentInput: 'standard', fieldMappings: {}};
}
