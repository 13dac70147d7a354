import wiring from './compose-wiring.ts?raw';
import {wire} from './compose-wiring.js';
import {codePanel, sourceOf} from '../src/code/code-panel.js';
import {byId} from '../src/dom.js';
import {startPage} from '../src/page.js';

const portal = byId('portal', HTMLElement);

byId('code', HTMLElement).append(
  codePanel('HTML', sourceOf(portal), 'html'),
  codePanel('Script', wiring.trim(), 'ts'),
);

wire(portal);
await startPage();
