import { el } from '../shell/dom.js';
import { dateText, weekdayText } from '../text/dates.js';
import { languages, localizedText, translate } from '../text/i18n.js';
import { ladderSaid, repeatSaid, toSaid, whenSaid } from './plan-text.js';

/** Both changed it: what stands in theirs, in words; of a list what it has more, and what it has not. */
export function inTheirs(key, name, mine, theirs, people) {
  const lines = value => linesOf(key, value, people);
  if (!Array.isArray(theirs) && !Array.isArray(mine)) {
    return [translate('whatIf.both', { field: name }), ' ', el('strong', {}, lines(theirs).join('; ') || translate('whatIf.nothing'))];
  }

  const [ours, other] = [lines(mine), lines(theirs)];
  return [
    translate('whatIf.bothList', { field: name }),
    listed('whatIf.theirsHas', other.filter(line => !ours.includes(line))),
    listed('whatIf.theirsLacks', ours.filter(line => !other.includes(line))),
  ];
}

const listed = (words, lines) => lines.length > 0
  && el('div', {}, el('span', { class: 'quiet' }, `${translate(words)}:`), el('ul', {}, lines.map(line => el('li', {}, line))));

/** A value as one would say it: a line, or one for each thing of a list. */
function linesOf(key, value, people) {
  const say = values[key];
  return (Array.isArray(value) ? value : [value]).filter(one => one !== undefined && one !== null && one !== '').flatMap(one => (say ? say(one, people) : String(one)));
}

const day = ({ date, name }) => `${dateText(date)}: ${localizedText(name)}`;

/** How each value is said; what stands here nowhere says itself. */
const values = {
  name: name => (typeof name === 'object' ? Object.entries(name).map(([code, text]) => `${text} (${languages[code]?.name ?? code})`) : name),
  language: code => languages[code]?.name ?? code,
  contact: (id, people) => people.name(id),
  absences: ({ from, to, substitute }, people) => [
    translate('change.fromTo', { from: dateText(from), to: dateText(to) }), substitute && `${translate('absence.substitute')}: ${people.name(substitute)}`,
  ].filter(Boolean).join(' · '),
  ladders: ({ ladder, rungs }) => rungs.map(rung => `${ladderSaid(ladder)}: ${[whenSaid(rung, ladder), repeatSaid(rung)].filter(Boolean).join(', ')} → ${toSaid(rung.to)}`),
  review: ({ day, hour }) => day && [weekdayText(day), hour].filter(Boolean).join(', '),
  weekend: weekdayText,
  knownThrough: date => dateText(date),
  holidays: day,
  workingDays: day,
};
