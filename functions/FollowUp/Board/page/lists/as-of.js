import { momentText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/** When it was so, and in whose time: moments are those of the reader's own clock, days those of each item's zone. */
export function asOf(now) {
  const moment = el('p', { class: 'as-of' });
  const show = time => { moment.textContent = translate('asOf', { moment: momentText(time) }); };
  show(now);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { content: [moment, el('p', { class: 'about whose' }, translate('list.times', { zone }))], show };
}
