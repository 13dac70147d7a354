import '../../src/elements/catalog/pg-catalog.js';
import {sessionWith} from './catalog-data.js';
import './page.js';

/** Timers that were set and neither ran nor were cleared. */
const pending = new Set<unknown>();
const {setTimeout: set, clearTimeout: clear} = globalThis;
Object.assign(globalThis, {
  setTimeout(task: () => void, delay?: number) {
    const id = set(() => {
      pending.delete(id);
      task();
    }, delay);
    pending.add(id);
    return id;
  },
  clearTimeout(id: Parameters<typeof clear>[0]) {
    pending.delete(id);
    clear(id);
  },
});

// A windowed catalog has everything that could be left behind: observers, scroll listeners, cards.
const session = sessionWith(300);

globalThis.bench = {
  async churn(count) {
    for (let index = 0; index < count; index += 1) {
      const catalog = document.createElement('pg-catalog');
      catalog.session = session;
      document.body.append(catalog);
      await catalog.updateComplete;
      catalog.query = 'a';
      await catalog.updateComplete;
      catalog.remove();
      if (index % 100 === 0) await new Promise(requestAnimationFrame);
    }
    return {};
  },
  timers: () => Promise.resolve({timers: pending.size}),
};
