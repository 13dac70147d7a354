import 'pg-elements/define';

const portal = document.querySelector('pg-portal');

document.querySelector('#settings')?.addEventListener('click', () => {
  portal?.open('ticketline', {section: 'settings'});
});

document.querySelector('#connect')?.addEventListener('click', () => {
  portal?.open('postwise', {section: 'connect'});
});
