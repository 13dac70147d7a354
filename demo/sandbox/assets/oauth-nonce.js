/* global document, window */
// Only now does the opener know that it may lead this window away: it waits for this message.
const {openerOrigin} = document.body.dataset;
window.opener?.postMessage({type: 'oauth-nonce-loaded'}, openerOrigin);
