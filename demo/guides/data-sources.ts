import 'pg-elements/define';
import type {PgInput} from 'pg-elements';

const EVENTS = Array.from({length: 200}, (_, index) => `Event group ${index + 1}`);
const PAGE = 25;

const portal = document.querySelector('pg-portal');
if (portal) {
  portal.dataSources = {
    dropdowns: {
      environments: [
        {label: 'Production', value: 'production'},
        {label: 'Staging', value: 'staging'},
      ],
      event_groups: {
        loadOptions: (cursor, search = '') => {
          const start = Number(cursor ?? 0);
          const found = EVENTS.filter((name) => name.toLowerCase().includes(search.toLowerCase()));
          const page = found.slice(start, start + PAGE);
          return Promise.resolve({
            options: page.map((name) => ({label: name, value: name})),
            nextPageCursor: start + PAGE < found.length ? String(start + PAGE) : null,
          });
        },
      },
    },
  };
  // The inputs are settings of the integration, as the SDK describes them.
  portal.addEventListener('pg-ready', fill);
  fill();
}

function fill(): void {
  const [environment, group] = portal?.session?.texts('pulsemetrics')?.settings ?? [];
  for (const [id, input] of [
    ['environment', environment],
    ['group', group],
  ] as const) {
    const element = document.querySelector<PgInput>(`#${id}`);
    if (element) element.input = input;
  }
}
