import * as Dialog from '@radix-ui/react-dialog';
import {createElement as h, StrictMode} from 'react';
import {createRoot} from 'react-dom/client';

/** The dialog of Radix, which shadcn's is too: the kit stands in its content. */
const content = h(
  Dialog.Content,
  {'aria-describedby': undefined},
  h(Dialog.Title, null, 'Integrations'),
  h('pg-portal'),
);
const dialog = h(
  Dialog.Root,
  {defaultOpen: true},
  h(Dialog.Portal, null, h(Dialog.Overlay), content),
);
createRoot(document.querySelector('#root')!).render(h(StrictMode, null, dialog));
