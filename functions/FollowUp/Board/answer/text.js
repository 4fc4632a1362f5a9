// Texts, dates and elements. The page is one script: what stands here is known below.
const languageOf = { current: navigator.languages.map(tag => tag.slice(0, 2)).find(code => code in words) ?? 'en' };

const isolated = text => `\u2068${text}\u2069`;

/** The words for a key in the reader's language; names and dates are kept apart from the sentence around them. */
function say(key, values = {}) {
  const found = words[languageOf.current][key] ?? words.en[key] ?? key;
  const form = typeof found === 'string' ? found : found[new Intl.PluralRules(locale()).select(values.count)] ?? found.other;
  const filled = form.replace(/\{(\w+)\}/g, (_, name) => (name === 'count' ? values.count : isolated(String(values[name] ?? ''))));
  return filled.replace(/\.\u2069\./g, '.\u2069'); // a Russian year ends with a full stop of its own
}

const knows = key => key in words.en;

const locale = () => words[languageOf.current].locale;

const day = date => new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  .format(new Date(`${date}T00:00:00Z`));

/** By the reader's own clock, and whose that is. */
function moment(instant) {
  const at = new Date(instant);
  /** @type {Intl.DateTimeFormatOptions} */
  const clock = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return say('moment', { when: new Intl.DateTimeFormat(locale(), clock).format(at), zone: zoneAt(at) });
}

/** A clock that everybody knows by name is named, any other by its distance from UTC. */
function zoneAt(at) {
  const { home } = words[languageOf.current];
  const zone = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset' });
  return home?.[zone.resolvedOptions().timeZone]
    ?? (zone.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC');
}

/** An element that the page is built around. */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}

/** The choice of a language. @param {() => void} draw shows the page in it */
function languages(draw) {
  const nav = byId('languages');
  nav.setAttribute('aria-label', say('language'));
  nav.replaceChildren(...Object.entries(words).map(([code, { name }]) => el('button', {
    type: 'button', lang: code, 'aria-pressed': String(code === languageOf.current),
    onclick: () => {
      languageOf.current = code;
      draw();
      /** @type {HTMLElement | null} */ (nav.querySelector(`[lang="${code}"]`))?.focus();
    },
  }, name)));
}

/** The word for why a link shows nothing. @param {string} [problem] what the service calls it; none where it did not answer */
const whyUnread = problem => ({ 'link-unknown': 'unknown', 'not-found': 'unknown', 'link-replaced': 'replaced' }[problem ?? ''] ?? 'unreachable');

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** A person as readers of the page's language know them; no line ends between initials, or between them and the name. */
const nameOf = person => (person.names?.[languageOf.current] ?? person.name)
  .replace(/ (?=\p{Lu}\.)/gu, '\u00a0').replace(/(?<=(?:^|[ \u00a0.])\p{Lu}\.) (?=\p{Lu})/gu, '\u00a0');

/** What people wrote: in whichever direction they write. */
const written = (tag, text, properties = {}) => el(tag, { dir: 'auto', ...properties }, text);

/** A text in the reader's language, or in any there is, marked as what it is. */
function localized(tag, texts, properties = {}) {
  const code = [languageOf.current, 'en', 'zh', 'ru'].find(candidate => texts?.[candidate]);
  return written(tag, code ? texts[code] : '', { ...properties, lang: code === languageOf.current ? null : code });
}
