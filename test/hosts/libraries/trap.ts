import {createFocusTrap} from 'focus-trap';

createFocusTrap('#modal', {
  tabbableOptions: {getShadowRoot: true},
  fallbackFocus: '#modal',
}).activate();
