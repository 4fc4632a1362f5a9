import { noticeTable } from '../first-day/timetable-preview.js';
import { askedOf } from '../item/item-state.js';
import { itemPath, read, Refused } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { dateIn, dayText } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { faultElement } from '../text/fault-text.js';
import { phraseElement, phrasesText } from '../text/phrase-text.js';
import { wrongWith } from './checks.js';

const pause = 300; // milliseconds: a date that is typed passes through others
const shownAtOnce = 6;
const movedByDate = ['due', 'overdue', 'blocked'];

/** The day that a verb would move the due date to; null where it moves none, or none that can be. */
function dayOf(verb, { item, now }, values) {
  const asked = verb === 'decide-extension' ? askedOf(item)?.dueOn : values.dueOn;
  const today = dateIn(now, item.timeZone);
  const isGood = asked && (verb === 'decide-extension'
    ? asked > item.dueOn
    : !wrongWith(verb, values, { item, today, personOf: () => undefined }).some(({ name }) => name === 'dueOn'));
  return isGood && asked >= today ? asked : null;
}

/**
 * On which days notices would fall if the due date were moved to the one that is typed, and what the calendars say of it: before it is sent.
 * @param {string} verb
 * @param {any} read what the page was drawn from
 * @param {Record<string, string>} values what is typed, as it stands whenever it is looked at
 */
export function datePreview(verb, read, values) {
  const content = el('div', { class: 'date-preview', 'data-key': 'date-preview', 'data-own': true });
  let timer = 0;
  let looked = '';

  async function look() {
    const day = dayOf(verb, read, values) ?? '';
    // What is on its way, or was sent, is past being looked at.
    if (day === looked || !content.isConnected || content.closest('form')?.querySelector('#act-submit[aria-disabled="true"]')) {
      return;
    }

    looked = day;
    const parts = day ? await partsOn(day, read) : [];
    if (day === looked) {
      content.replaceChildren(...parts);
    }
  }

  setTimeout(look); // Once it stands on the page.
  return {
    content,
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(look, pause);
    },
  };
}

/** The date can be sent all the same, so that a look that fails is said and stands in nobody's way. */
async function partsOn(day, seen) {
  const { agreement, id } = seen.item;
  try {
    return shown(await read(`${itemPath(agreement, id)}/timetable?dueOn=${day}`), day, seen);
  } catch (failure) {
    return [el('p', { role: 'status', class: 'quiet' }, failure instanceof Refused ? faultElement(failure, { people: seen.people }) : errorText(failure))];
  }
}

function shown({ due, lines }, day, { people }) {
  const coming = lines.filter(({ state, ladder }) => ['expected', 'planned'].includes(state) && movedByDate.includes(ladder));
  return [
    el('p', { role: 'status' },
      due.explanation && [phraseElement('strong', phrasesText('shift', due.shifts, { people }), due.explanation), ' '],
      translate('acts.dates', { count: coming.length, date: dayText(`${day}T00:00:00Z`, 'UTC') })),
    coming.length > 0 && el('details', { open: true },
      el('summary', {}, translate('preview.title')),
      noticeTable(translate('preview.title'), coming.slice(0, shownAtOnce), people),
      coming.length > shownAtOnce && el('p', { class: 'about' }, translate('preview.later', { count: coming.length - shownAtOnce }))),
  ].filter(part => part !== false);
}
