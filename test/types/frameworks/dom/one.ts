import 'pg-elements/pg-catalog';
import {PgCatalog} from 'pg-elements/elements/catalog/catalog';

const catalog: PgCatalog | null = document.querySelector('pg-catalog');
catalog?.addEventListener('pg-select', ({detail}) => {
  const type: string = detail.integration;
  void type;
});

// @ts-expect-error neither a grid nor a list
if (catalog) catalog.layout = 'table';
