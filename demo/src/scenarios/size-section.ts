import {el} from '../dom.js';
import {fold, type Section, type SheetContext} from './section.js';

const SIZES = [0, 200, 1000, 5000];

/** How many integrations there are besides the hand-made ones. */
export function sizeSection({session, send, refreshPortal}: SheetContext): Section {
  const radios = SIZES.map((size) => {
    const radio = el('input', {type: 'radio', name: 'bulk', value: size});
    radio.addEventListener('change', () => void send({bulk: size}).then(refreshPortal));
    return radio;
  });
  const words = new Intl.NumberFormat('en');
  return {
    element: fold(
      'Size of the catalog',
      {id: 'size'},
      el(
        'fieldset',
        {class: 'segments'},
        el('legend', {}, 'Generated integrations'),
        ...radios.map((radio) =>
          el('label', {}, radio, el('span', {}, words.format(Number(radio.value)))),
        ),
      ),
    ),
    update: () => {
      // The sandbox does not say, so the portal is asked; that also shows when it has arrived there.
      const integrations = session.portal.session?.snapshot.integrations ?? [];
      const count = integrations.filter(({type}) => type.startsWith('bulk-')).length;
      for (const radio of radios) radio.checked = Number(radio.value) === count;
    },
  };
}
