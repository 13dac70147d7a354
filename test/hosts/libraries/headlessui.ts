import {Dialog, DialogPanel, DialogTitle} from '@headlessui/react';
import {createElement as h} from 'react';
import {createRoot} from 'react-dom/client';

const panel = h(DialogPanel, null, h(DialogTitle, null, 'Integrations'), h('pg-portal'));
createRoot(document.querySelector('#root')!).render(
  h(Dialog, {open: true, onClose: () => undefined, children: panel}),
);
