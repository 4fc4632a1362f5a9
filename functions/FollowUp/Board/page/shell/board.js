import { dropOthersDrafts } from '../acts/drafts.js';
import { key } from './api.js';
import { agreementPage } from '../lists/agreement-page.js';
import { isSortedByWords } from '../lists/list-query.js';
import { loadAgreement, loadRegister, loadToday } from '../lists/lists-data.js';
import { registerPage } from '../lists/register-page.js';
import { todayPage } from '../lists/today-page.js';
import { byId, el } from './dom.js';
import { errorPage, unknownPage } from './error-page.js';
import { language, languages, setLanguage, translate } from '../text/i18n.js';
import { agreementForm } from '../first-day/agreement-form.js';
import { loadNewAgreement, loadNewItem } from '../first-day/first-day-data.js';
import { itemForm } from '../first-day/item-form.js';
import { newPersonPage } from '../people/new-person-page.js';
import { loadNewPerson, loadPeople, loadPerson } from '../people/people-data.js';
import { peoplePage } from '../people/people-page.js';
import { personPage } from '../people/person-page.js';
import { calendarPage } from '../plans/calendar-page.js';
import { planCopyPage } from '../plans/plan-copy-page.js';
import { loadCalendar, loadPlan, loadPlanCopy, loadPlans } from '../plans/plans-data.js';
import { planPage } from '../plans/plan-page.js';
import { plansPage } from '../plans/plans-page.js';
import { loadTold } from '../told/told-data.js';
import { toldPage } from '../told/told-page.js';
import { loadFigures } from '../figures/figures-data.js';
import { figuresPage } from '../figures/figures-page.js';
import { glossaryPage } from '../forms/term.js';
import { loadOperation } from '../operate/operate-data.js';
import { operatePage } from '../operate/operate-page.js';
import { itemPage } from '../item/item-page.js';
import { loadReport, reportPage } from '../report/report-page.js';
import { loadImport } from '../sheets/import-data.js';
import { importPage } from '../sheets/import-page.js';
import { leave } from './leaving.js';
import { keepLive } from './live.js';
import { navigation } from './navigation.js';
import { loadItem } from './page-data.js';
import { routeOf } from './route.js';
import { session } from './session.js';
import { signInPage } from './sign-in-page.js';

const main = byId('main');
const patienceBeforeSaying = 300; // milliseconds: a page that comes at once need not say that it is coming
let turn = 0;
let showAgain = () => {};

/** What each kind of address reads, and how that is shown. Reading is kept apart so that a language switch reads nothing. */
const views = {
  today: { read: () => loadToday(), show: todayPage },
  register: { read: route => loadRegister(route), show: registerPage, isInLanguage: ({ search }) => isSortedByWords(search) },
  agreement: { read: route => loadAgreement(route.agreement), show: agreementPage },
  report: { read: route => loadReport(route.agreement), show: reportPage },
  signIn: { read: () => null, show: signInPage, isOpen: true },
  newAgreement: { read: loadNewAgreement, show: agreementForm },
  newItem: { read: loadNewItem, show: itemForm },
  people: { read: loadPeople, show: peoplePage },
  newPerson: { read: loadNewPerson, show: newPersonPage },
  person: { read: loadPerson, show: personPage },
  plans: { read: loadPlans, show: plansPage },
  calendar: { read: loadCalendar, show: calendarPage },
  plan: { read: loadPlan, show: planPage },
  import: { read: loadImport, show: importPage },
  planCopy: { read: loadPlanCopy, show: planCopyPage },
  figures: { read: loadFigures, show: figuresPage },
  told: { read: loadTold, show: toldPage },
  operate: { read: loadOperation, show: operatePage },
  glossary: { read: () => null, show: glossaryPage },
  unknown: { read: () => null, show: unknownPage },
  item: { read: route => loadItem(route.agreement, route.item), show: itemPage },
};

/** @param {{ movesFocus: boolean, from?: string }} how `from` is the address that one comes from. */
async function open({ movesFocus, from }) {
  const mine = ++turn;
  const route = routeOf(location.hash);
  // What is only read again stays in sight until it has been.
  const saying = movesFocus || mine === 1 ? setTimeout(sayLoading, patienceBeforeSaying) : undefined;
  main.setAttribute('aria-busy', 'true');

  const show = guarded(await reading(route));
  clearTimeout(saying);
  // An answer to what nobody looks at any more would replace what they do look at.
  if (mine === turn) {
    showAgain = () => put(show());
    const shown = put(show());
    main.removeAttribute('aria-busy');
    announce(shown.announcement ?? shown.title);
    if (movesFocus || shown.focus) {
      place(shown.focus, from);
    }
  }
}

/** Whoever comes back from an item goes on at its card, everybody else at the top. */
function place(wanted, from) {
  const [hash] = (from ? new URL(from).hash : '').split('?');
  const links = /** @type {HTMLElement[]} */ ([...main.querySelectorAll('.slip h3 a')]);
  const card = links.find(one => one.getAttribute('href') === hash && one.checkVisibility());
  if (card) {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'center', behavior: 'instant' });
  } else {
    (wanted || main.querySelector('h1'))?.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: 'instant' });
    wanted && wanted.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }
}

function sayLoading() {
  put({ title: translate('loading'), content: el('p', { class: 'state loading' }, translate('loading')) });
}

async function reading(route) {
  try {
    if (!views[route.view].isOpen) {
      await session.read();
      if (session.me) {
        dropOthersDrafts();
      }
    }

    const read = await views[route.view].read(route);
    return () => views[route.view].show(read, route);
  } catch (failure) {
    return () => errorPage(failure);
  }
}

/** What cannot be shown is said to be so: an empty page tells nobody anything. */
function guarded(show) {
  return () => {
    try {
      return show();
    } catch (failure) {
      console.error(failure);
      return errorPage(failure);
    }
  };
}

function put(page) {
  main.replaceChildren(page.content);
  keepLive(page.refresh, announce);
  document.title = `${page.title} · FollowUp`;
  frame();
  return page;
}

/** Said to whoever does not see it. */
function announce(text) {
  byId('announce').textContent = text;
}

/** What stands around every page, in the language of the day. */
function frame() {
  document.documentElement.lang = language();
  byId('motto').textContent = translate('motto');
  byId('skip').textContent = translate('skip');
  const choice = byId('languages');
  const isChoosing = choice.contains(document.activeElement);
  choice.setAttribute('aria-label', translate('language'));
  choice.replaceChildren(...Object.entries(languages).map(([code, { name }]) => el('button', {
    type: 'button', lang: code, 'aria-pressed': String(code === language()), click: () => change(code),
  }, name)));
  if (isChoosing) {
    focusLanguage();
  }

  const pages = byId('pages');
  pages.setAttribute('aria-label', translate('nav.label'));
  // Who may see nothing has nowhere to go.
  pages.hidden = !session.me || (session.me.access === 'closed' && !session.me.signedIn);
  pages.replaceChildren(...navigation(routeOf(location.hash).view));
  byId('who').replaceChildren(...whoLooks());
  const foot = byId('foot');
  const hadFocus = foot.contains(document.activeElement);
  foot.replaceChildren(
    el('p', {}, translate('footer')),
    el('p', { class: 'acts' },
      el('button', { type: 'button', click: () => open({ movesFocus: false }) }, translate('again')),
      key.known() && el('button', { type: 'button', click: forgetKey }, translate('forgetKey'))));
  if (hadFocus) {
    foot.querySelector('button')?.focus({ preventScroll: true });
  }
}

/** Who is signed in, and the way out; where nobody signs in, that it is so. */
function whoLooks() {
  const me = session.me;
  if (me?.access === 'open') {
    return [translate('access.open')];
  }

  return me?.address
    ? [el('bdi', {}, me.address), ' ', me.signOut && el('button', { type: 'button', click: () => leave(() => session.signOut()) }, translate('signOut'))]
    : [];
}

function change(code) {
  setLanguage(code);
  showAgain();
  frame();
  const route = routeOf(location.hash);
  if (views[route.view].isInLanguage?.(route)) {
    open({ movesFocus: false }); // What stands in the order of its words has another one now.
  }

  focusLanguage();
}

function focusLanguage() {
  /** @type {HTMLElement | null} */ (document.querySelector('#languages [aria-pressed="true"]'))?.focus({ preventScroll: true });
}

const forgetKey = () => leave(() => {
  key.forget();
  return () => open({ movesFocus: true });
});

byId('skip').addEventListener('click', event => {
  event.preventDefault(); // The address belongs to the items.
  main.focus();
});

addEventListener('hashchange', event => open({ movesFocus: true, from: event.oldURL }));
addEventListener('readagain', () => open({ movesFocus: true }));
// What the one before them typed, nobody goes on with in another's name.
addEventListener('anotherreader', sayLoading);
addEventListener('changed', () => open({ movesFocus: false }));

frame();
open({ movesFocus: false });
