import type {ControlRequest} from '../sandbox/control.js';
import {button, el} from '../src/dom.js';
import {jsonPanel} from '../src/json-panel.js';
import {ControlClient} from '../src/scenarios/control-client.js';
import {GOOD_HEALTH, HAPPENINGS, type Happening, type ShownAccount} from './settings-scenarios.js';

export interface HappeningsOptions {
  readonly account: () => ShownAccount | undefined;
  readonly refresh: () => Promise<void>;
}

/** Buttons that make the sandbox do something, each with what is seen then. */
export function happenings(section: HTMLElement, options: HappeningsOptions): void {
  const client = new ControlClient();
  const told = jsonPanel('What the sandbox is told');
  told.element.hidden = true;
  const status = el('p', {class: 'hint', role: 'status'});
  const buttons = new Map<Happening, HTMLButtonElement>();

  const choose = async (happening: Happening): Promise<void> => {
    const account = options.account();
    if (!account) return;
    const {title, refresh} = happening;
    const own = happening.control(account);
    // What is to happen counts more than good health.
    const request: ControlRequest = {
      ...GOOD_HEALTH,
      ...own,
      failures: {...GOOD_HEALTH.failures, ...own.failures},
      refusals: {...GOOD_HEALTH.refusals, ...own.refusals},
    };
    try {
      await client.send(request);
    } catch {
      status.textContent = 'The sandbox does not answer. Is `npm start` running?';
      return;
    }
    for (const [other, control] of buttons) {
      if (other === happening) control.setAttribute('aria-current', 'true');
      else control.removeAttribute('aria-current');
    }
    status.textContent = refresh ? `Done: ${title}.` : `On: ${title}. Now change something.`;
    told.element.hidden = false;
    told.show(own);
    if (refresh) await options.refresh();
  };

  const entryOf = (happening: Happening): HTMLLIElement => {
    const {id, title, words} = happening;
    const control = button(title, () => void choose(happening), {
      class: 'happening-button',
      'aria-describedby': `happening-${id}`,
    });
    buttons.set(happening, control);
    return el('li', {class: 'happening'}, control, el('p', {id: `happening-${id}`}, words));
  };

  section.append(
    el('h2', {id: 'happenings-title'}, 'What the service does'),
    el('div', {class: 'happening-scroll'}, el('ul', {role: 'list'}, ...HAPPENINGS.map(entryOf))),
    status,
    told.element,
  );
}
