import 'pg-elements/define';
import type {PgCatalog} from 'pg-elements';

const catalog = document.querySelector<PgCatalog>('#grouped');
if (catalog) {
  catalog.groups = [
    {label: 'Sales', integrations: ['orbitcrm', 'calendo']},
    {label: 'Talking', integrations: ['chirrup']},
  ];
}
