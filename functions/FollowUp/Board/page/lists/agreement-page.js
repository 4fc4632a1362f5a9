import { bulkForm } from '../bulk/bulk-form.js';
import { dateText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { feedAddress } from '../feeds/feed-address.js';
import { addressOfAgreement } from '../feeds/whose-feed.js';
import { mayAddItem } from '../shell/rights.js';
import { exportLinks } from '../sheets/export-links.js';
import { language, localized, localizedText, translate } from '../text/i18n.js';
import { agreementWording } from '../wording/agreement-wording.js';
import { asOf } from './as-of.js';
import { dependencyPicture } from './dependency-picture.js';
import { loadAgreement } from './lists-data.js';
import { saidBefore, savedNote } from '../forms/saved.js';
import { quoteOnPaper } from './on-paper.js';
import { overviewBody } from './overview-body.js';
import { progressBar } from './progress-bar.js';
import { summary } from './today-page.js';

/** One agreement: how far it is, what waits for what, and where each of its items stands. */
export function agreementPage(data, { agreement: id }) {
  const { agreement, people } = data;
  quoteOnPaper([agreement]);
  const times = asOf(data.now);
  const progress = progressBar();
  const picture = dependencyPicture();
  const body = overviewBody(data, () => loadAgreement(id), times);
  const said = saidBefore();
  const show = () => {
    progress.show(data.overview);
    picture.show(data.items);
  };

  show();
  return {
    title: localizedText(agreement.title),
    content: el('div', { class: 'board' },
      el('div', { class: 'lead' },
        el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
        localized('h1', agreement.title, { tabindex: '-1' }),
        savedNote(said),
        agreementLine(agreement, people),
        el('p', { class: 'acts' },
          mayAddItem(agreement, people, data.now) && [
            el('a', { href: `#/agreements/${encodeURIComponent(id)}/new` }, translate('newItem.add')),
            el('a', { href: `#/import?agreement=${encodeURIComponent(id)}` }, translate('sheets.title')),
          ],
          el('a', { href: `#/agreements/${encodeURIComponent(id)}/report` }, translate('report.link'))),
        exportLinks([
          { words: 'sheets.items', name: id, path: () => `exports/items?agreement=${encodeURIComponent(id)}` },
          { words: 'sheets.ledger', name: `${id}-ledger`, path: () => `agreements/${encodeURIComponent(id)}/exports/ledger` },
          { words: 'sheets.journal', name: `${id}-journal`, path: () => `agreements/${encodeURIComponent(id)}/exports/journal` },
          ...(addressOfAgreement(agreement).mayHave
            ? [{ words: 'told.proof', name: `${id}-proof`, path: () => `agreements/${encodeURIComponent(id)}/proof`, formats: ['json'] }] : []),
        ]),
        times.content, progress.content, body.counts, picture.content),
      body.moves, body.sections, mayAddItem(agreement, people, data.now) && changesOf(data), calendarOf(agreement)),
    announcement: said ?? summary(data.overview),
    refresh: async () => {
      const said = await body.refresh();
      if (said) {
        show();
      }

      return said;
    },
  };
}

/** What whoever coordinates it may change in it, out of the way of those who only look: behind folds, below what they look for. */
const changesOf = data => el('div', { class: 'mending' },
  agreementWording(data.agreement, data.people),
  data.items.some(item => item.open) && bulkForm(data));

/** In the language of the page: each has an address of its own. */
function calendarOf(agreement) {
  const { mayHave, mayRenew } = addressOfAgreement(agreement);
  return mayHave && feedAddress({
    path: `agreements/${encodeURIComponent(agreement.id)}/feed?language=${language()}`, about: 'feeds.ofAgreement',
    zone: agreement.parties?.[0]?.timeZone ?? 'UTC', mayRenew,
  });
}

function agreementLine(agreement, people) {
  const parties = (agreement.parties ?? []).map(party => (party.name ? localizedText(party.name) : party.code)).join(' · ');
  return el('p', { class: 'source' },
    [momentOfSigning(agreement), parties, `${translate('fact.coordinator')}: ${people.name(agreement.coordinator)}`].filter(Boolean).join(' · '));
}

function momentOfSigning({ signedOn, place }) {
  return signedOn ? translate('fact.signedOn', { date: dateText(signedOn), place: place ?? '' }).replace(/[,，] ?$/, '') : '';
}
