/* global document, window */
const {closeAtOnce, message, integrationId, openerOrigin} = document.body.dataset;

// After a page with an opener policy there is no opener any more. Nothing else may depend on this message.
if (message !== undefined) {
  window.opener?.postMessage(
    {type: 'oauth_error_callback', error: message, errorResponse: {message}, integrationId},
    openerOrigin,
  );
}

document.querySelector('[data-close]')?.addEventListener('click', () => window.close());
if (closeAtOnce !== undefined) window.close();
