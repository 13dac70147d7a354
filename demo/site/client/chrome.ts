/** What every page of the site does, with or without a live example on it. */
import {keepInLinks} from '../../src/address.js';
import {startDisplay} from '../../src/display-controls.js';
import {byId, copyFrom} from '../../src/dom.js';
import {followReading} from './contents.js';
import {startMenu} from './menu.js';
import {startSearch} from './search/open.js';

keepInLinks();
startDisplay(byId('display', HTMLElement), byId('display-open', HTMLButtonElement));
startMenu(byId('menu', HTMLButtonElement), byId('site-nav', HTMLElement));
startSearch(byId('search-open', HTMLButtonElement));
followReading();

document.addEventListener('click', ({target}) => {
  const copy = target instanceof Element ? target.closest('button[data-copy]') : null;
  if (!(copy instanceof HTMLButtonElement)) return;
  const code = copy.closest('figure')?.querySelector('code')?.textContent ?? '';
  void copyFrom(copy, code);
});
