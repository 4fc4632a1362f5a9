import { dateText, dayOfYearText, momentText, monthText, weekdayText } from './dates.js';
import { el } from '../shell/dom.js';
import { has, language, localizedText, translate, translateOr } from './i18n.js';
import { planTitle } from './plan-name.js';
import { roleText } from './roles.js';

/**
 * What the service says by itself, in the reader's language. It says everything twice: in English, and as a phrase of
 * `{ code, args }`, which has words here under its kind and code.
 * @param kind where it stands: `reason`, `cause`, `hold`, `shift`, `trace`, `warning`, `fault`, `alarm`, `remedy`
 * @returns null for a phrase that is not there, or has no words here
 */
export function phraseText(kind, phrase, context) {
  const key = `${kind}.${phrase?.code}`;
  if (!has(key)) {
    return null;
  }

  const args = Object.entries(phrase.args).map(([name, value]) => [name, (formOf(key, kind, name))(value, context, phrase.args)]);
  return translate(key, { count: phrase.args.days ?? phrase.args.count, notice: phrase.args.rung && noticeText(phrase.args.ladder, phrase.args.rung), ...Object.fromEntries(args) });
}

/** Several of them as one sentence; null where one of them has no words here, for half a sentence says something else. */
export function phrasesText(kind, phrases, context, between = translate('shift.and')) {
  const texts = (phrases ?? []).map(phrase => phraseText(kind, phrase, context));
  return texts.length === 0 || texts.includes(null) ? null : texts.join(between);
}

/** What is said in the reader's language or, where that is null, in English as it came, and marked as such. */
export const phraseElement = (tag, text, english, properties) =>
  el(tag, { dir: 'auto', ...properties, lang: text === null && language() !== 'en' ? 'en' : null }, text ?? english);

export const noticeText = (ladder, rung) => [translateOr('ladder', ladder), rungText(ladder, rung)].join(translate('due.and'));

/** Which notice of its ladder: a request is repeated otherwise than a reminder. Plans move rungs, so none is called by its distance. */
export const rungText = (ladder, rung) => (has(`rung.${ladder}.${rung}`) ? translate(`rung.${ladder}.${rung}`) : translateOr('rung', rung));

const formOf = (key, kind, name) => forms[key]?.[name] ?? forms[kind]?.[name] ?? forms.any[name] ?? String;

const person = (id, { people }) => people.name(id);

const date = day => dateText(day);

const listed = some => some.join(translate('shift.list'));

const alsoKnown = known => translate('fault.unknown.known', { known: listed(known.split(', ')) });

const orEnglish = (kind, name) => (english, context, args) => phraseText(kind, args[name], context) ?? english;

/** How each value is written: the same name is the same thing wherever it stands. */
const forms = {
  any: { who: person, other: person, to: person, role: roleText, plan: planTitle, dueOn: date, knownThrough: date },
  fault: { signedOn: date, until: date, today: date, day: date, calendars: listed, languages: listed, people: listed, columns: listed, aim: roleText, dayFirst: date, monthFirst: date },
  'fault.succession-there': { person, successor: person, on: date },
  'fault.rule-misses-month': { month: (month, _, { year }) => monthText(year, month), fault: orEnglish('fault', 'reason') },
  'fault.rule-misses-year': { fault: orEnglish('fault', 'reason') },
  'fault.rule-misses-week': { fault: orEnglish('fault', 'reason') },
  'fault.unknown-calendar': { known: alsoKnown },
  'fault.unknown-plan': { known: alsoKnown },
  'fault.not-allowed': { who: roles => listed(roles.map(roleText)) },
  'fault.not-now': { why: orEnglish('because', 'reason') },
  'fault.not-taken': { refusal: orEnglish('fault', 'reason') },
  'fault.blank-around': { fault: orEnglish('fault', 'reason') },
  'fault.unseen-within': { fault: orEnglish('fault', 'reason') },
  because: { by: person, at: at => momentText(at), items: listed },
  cause: { why: orEnglish('reason', 'reason') },
  shift: {
    day: day => dayOfYearText(day), toldOn: day => dayOfYearText(day), plannedOn: day => dayOfYearText(day), days: spanText, daysOff: daysOffText,
    knownThrough: day => dateText(day, 'short'),
  },
  alarm: { since: at => momentText(at) },
  hold: { day: day => dayOfYearText(day, { weekday: 'short' }) },
  'shift.day-off': { day: day => dayOfYearText(day, { weekday: 'short' }) },
  'shift.working-day': { day: day => dayOfYearText(day, { weekday: 'short' }) },
  'reason.letter-refused': { channel: channel => translateOr('channel', channel), said: orEnglish('refusal', 'refusal') },
  'warning.levels-missing': { rungs: rungs => listed([...new Set(rungs.map(unheardText))]) },
  'warning.stages-after-due': { stages: listed },
  'warning.several-parts': {
    roles: roles => listed(roles.map(roleText)),
    alone: () => translate('warning.several-parts.alone'),
    above: () => translate('warning.several-parts.above'),
  },
  'warning.next-not-opened': { why: orEnglish('opening', 'reason') },
  'opening.no-working-day': { calendars: listed, day: date },
};

/** A rung that is for a level alone is called by the level, once; any other by what it says. */
const unheardText = ({ ladder, rung }) => (has(`role.${rung}`) ? roleText(rung) : noticeText(ladder, rung));

function spanText({ from, to }) {
  return from === to ? dayOfYearText(to) : translate('change.fromTo', { from: dayOfYearText(from), to: dayOfYearText(to) });
}

/** "National Day, Labour Day (CN), Saturday (CN, RU) and 3 more": names of days off, by the calendars that give them. */
function daysOffText({ groups, more }) {
  const texts = groups.map(({ reasons, calendars }) => translate('shift.of', { what: reasons.map(dayOffText).join(translate('shift.list')), calendar: listed(calendars) }));
  return texts.join(translate('shift.list')) + (more > 0 ? ` ${translate('shift.more', { count: more })}` : '');
}

function dayOffText({ code, args }) {
  switch (code) {
    case 'holiday': return localizedText(args.name);
    case 'weekday': return weekdayText(args.weekday);
    default: return translate(`shift.${code}`);
  }
}
