import 'pg-elements/define';
import type {PgInput} from 'pg-elements';

const form = document.querySelector<HTMLFormElement>('#form');
const email = document.querySelector<PgInput>('#email');
const share = document.querySelector<PgInput>('#share');

if (email) {
  email.input = {id: 'email', type: 'EMAIL', title: 'Work email', placeholder: 'you@acme.example'};
}
if (share) {
  share.input = {id: 'share', type: 'SWITCH', title: 'Share with my team', required: false};
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const sent = document.querySelector('#sent');
  if (sent) sent.textContent = JSON.stringify(Object.fromEntries(new FormData(form)));
});
