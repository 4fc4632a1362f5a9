import { weekdayText } from './dates.js';
import { localizedText, translate } from './i18n.js';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Names of days off in the reader's language. Calendars know each holiday in every language. */
export class DaysOffText {
  #calendars;
  #group;

  /** @param calendars by id */
  constructor(calendars) {
    this.#calendars = calendars;
    const id = `(?:${[...calendars.keys()].join('|')})`;
    this.#group = calendars.size > 0 && new RegExp(String.raw`(.+?) \((${id}(?:, ${id})*)\)(?:, |$)`, 'g');
  }

  /** "National Day, Labour Day (CN), Saturday (CN, RU) and 3 more" */
  text(named) {
    const [, groups, more] = /^(.+?)(?: and (\d+) more)?$/.exec(named);
    const found = this.#group ? [...groups.matchAll(this.#group)] : [];
    // What was not understood to its end is not told in halves.
    const said = found.map(group => group[0]).join('') === groups
      ? found.map(([, names, ids]) => translate('shift.of', { what: this.#names(names, ids.split(', ')).join(translate('shift.list')), calendar: ids }))
      : [groups];
    return said.join(translate('shift.list')) + (more ? ` ${translate('shift.more', { count: Number(more) })}` : '');
  }

  /** A holiday's name may have commas in it: the longest that is known comes first. */
  #names(text, ids) {
    const known = this.#known(ids);
    const order = [...known.keys()].sort((one, other) => other.length - one.length);
    const names = [];
    for (let rest = text; rest.length > 0;) {
      const name = order.find(one => rest === one || rest.startsWith(`${one}, `)) ?? rest.split(', ')[0];
      names.push(known.get(name) ?? name);
      rest = rest.slice(name.length + 2);
    }

    return names;
  }

  #known(ids) {
    const holidays = ids.flatMap(id => this.#calendars.get(id).holidays).flatMap(({ name }) => Object.values(name).map(one => [one, localizedText(name)]));
    return new Map([['weekend', translate('shift.weekend')], ...weekdays.map((name, number) => [name, weekdayText(number)]), ...holidays]);
  }
}
