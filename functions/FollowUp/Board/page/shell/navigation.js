import { el } from './dom.js';
import { mayOperate, mayRegister } from './rights.js';
import { translate } from '../text/i18n.js';

/** The main pages, a line each: where it is, what it is called, and the views that lie below it, and whether whoever looks has a use for it. */
const entries = [
  { href: '#/', words: 'nav.today', views: ['today'] },
  { href: '#/register', words: 'nav.register', views: ['register', 'agreement', 'item', 'report'] },
  { href: '#/figures', words: 'figures.title', views: ['figures'] },
  { href: '#/people', words: 'pages.people', views: ['people', 'person', 'newPerson'] },
  { href: '#/plans', words: 'pages.plans', views: ['plans', 'plan', 'planCopy', 'calendar'] },
  { href: '#/new', words: 'pages.new', views: ['newAgreement', 'newItem', 'import'], isOffered: mayRegister },
  { href: '#/operate', words: 'operate.title', views: ['operate'], isOffered: mayOperate },
  { href: '#/words', words: 'pages.words', views: ['glossary'] },
];

/** The way to the main pages; the one on which somebody is is marked. */
export function navigation(view) {
  return entries.filter(({ isOffered }) => isOffered?.() ?? true).map(({ href, words, views }) => el('a', { href, 'aria-current': views.includes(view) ? (view === views[0] ? 'page' : 'true') : null }, translate(words)));
}
