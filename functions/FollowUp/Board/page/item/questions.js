import { dateIn, dateText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/** What owner and issuer asked each other, and what they were answered; nothing where nobody asked. */
export function questions({ questions: asked, timeZone }, people) {
  const day = at => dateText(dateIn(at, timeZone), 'short');
  return asked?.length > 0 && el('section', { class: 'changes', 'aria-labelledby': 'questions' },
    el('h2', { id: 'questions' }, translate('item.questions')),
    el('ol', {}, asked.map(({ by, at, text, reply }) => el('li', { 'data-change': 'question' },
      el('p', { class: 'why' }, translate('question.by', { who: people.name(by), date: day(at) })),
      el('p', { class: 'text', dir: 'auto' }, text),
      reply
        ? [el('p', { class: 'why' }, translate('question.reply', { who: people.name(reply.by), date: day(reply.at) })), el('p', { class: 'text', dir: 'auto' }, reply.text)]
        : el('p', { class: 'why' }, translate('question.open'))))));
}
