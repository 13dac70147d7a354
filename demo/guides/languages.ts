import 'pg-elements/define';
import {loadTranslations} from 'pg-elements/i18n/load';

const TAGS =
  'en ar bg bn ca cs da de el en-GB es es-419 et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt-BR pt-PT ro ru sk sl sr sr-Latn sv th tr uk ur vi zh-Hans zh-Hant';

// From now on each language is loaded when an element comes to show it.
void loadTranslations();

const spoken = document.querySelector<HTMLElement>('#spoken');
const languages = document.querySelector<HTMLSelectElement>('#languages');

for (const tag of TAGS.split(' ')) {
  const name = new Intl.DisplayNames(tag, {type: 'language'}).of(tag);
  languages?.add(new Option(name, tag));
}
languages?.addEventListener('change', () => {
  if (!spoken) return;
  spoken.lang = languages.value;
  spoken.dir = /^(ar|fa|he|ur)$/.test(languages.value) ? 'rtl' : 'ltr';
});
