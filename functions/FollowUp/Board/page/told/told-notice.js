import { reasons } from '../item/timeline.js';
import { el, fact } from '../shell/dom.js';
import { dayText, timeText } from '../text/dates.js';
import { localized, translate } from '../text/i18n.js';
import { noticeText } from '../text/phrase-text.js';

/**
 * One notice: what it was, when its letter went where, what the mail server said, and which entry of the journal seals it.
 * @param {any} told
 * @param {{ timeZone: string }} answer by whose clock
 * @param {import('../people/people.js').People} people
 */
export function toldNotice({ agreement, title, answer: what, notice, sealedBy }, { timeZone }, people) {
  const moment = at => at && el('time', { datetime: at }, `${dayText(at, timeZone)}, ${timeText(at, timeZone)}`);
  return el('li', { class: 'told-notice', 'data-answer': what },
    el('p', { class: 'headline' },
      el('span', { class: 'chip', 'data-state': notice.state }, translate(`told.${what}`)), ' ',
      el('span', { class: 'rung' }, noticeText(notice.ladder, notice.rung)), ' · ',
      el('a', { href: `#/agreements/${encodeURIComponent(agreement)}/items/${encodeURIComponent(notice.item)}` }, localized('span', title))),
    reasons(notice, people),
    el('dl', { class: 'told-facts' },
      fact(translate('told.planned'), moment(notice.planned)),
      fact(translate(notice.state === 'sent' ? 'told.at' : 'told.ended'), moment(notice.at)),
      fact(translate('told.to'), notice.sentTo && [people.name(notice.sentTo), notice.address && el('bdi', {}, ` <${notice.address}>`)]),
      fact(translate('told.messageId'), notice.messageId && code(notice.messageId)),
      fact(translate('told.reply'), notice.reply && code(notice.reply)),
      fact(translate('told.digest'), notice.textDigest && code(notice.textDigest)),
      fact(translate('told.seal'), sealedBy && [
        translate(sealedBy.isWhole ? 'told.seal.whole' : 'told.seal.words', { seq: sealedBy.seq, agreement }), ' ', code(sealedBy.hash)])));
}

const code = text => el('code', {}, el('bdi', {}, text));
