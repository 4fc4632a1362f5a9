import { byId, el } from '../shell/dom.js';
import { fieldsOf, kindOf, matches, named, resolved } from './description.js';

/** A text in which `this` is code. @param {string | undefined} text */
const prose = text => (text ?? '').split('`').map((part, n) => n % 2 === 1 ? el('code', {}, part) : part);

/** What something is, with a way to the record that it is. @param {any} schema */
function kind(schema) {
  const name = named(schema);
  const words = kindOf(schema);
  return el('span', { class: 'kind' }, name ? [words.replace(name, ''), el('a', { href: `#${name}` }, name)] : words);
}

/** @param {any} api @param {any} schema */
const fields = (api, schema) => el('dl', {}, fieldsOf(api, schema).map(field => [
  el('dt', {}, el('code', {}, field.name), field.isRequired ? '' : ' (optional)'),
  el('dd', {}, kind(field.schema), ' ', prose(field.schema.description)),
]));

/** @param {any} parameter */
const parameter = parameter => [
  el('dt', {}, el('code', {}, parameter.name), parameter.required ? '' : ' (optional)'),
  el('dd', {}, kind(parameter.schema), ` in the ${parameter.in}. `, prose(parameter.description)),
];

/** What a body or an answer may be, by media type. @param {any} api @param {Record<string, any>} content */
const contents = (api, content) => Object.entries(content ?? {}).map(([type, { schema, example }]) => [
  el('p', {}, el('code', {}, type), ' ', kind(schema ?? {})),
  named(schema) ? null : fields(api, schema ?? {}),
  example ? el('pre', {}, JSON.stringify(example, null, 2)) : null,
]);

/** @param {any} api @param {string} path @param {string} method @param {any} call */
function shown(api, path, method, call) {
  const parameters = (call.parameters ?? []).map((/** @type {any} */ one) => resolved(api, one));
  return el('details', { id: call.operationId },
    el('summary', {}, el('span', { class: `method ${method}` }, method.toUpperCase()), el('code', {}, path), ' ',
      el('span', { class: 'said' }, call.summary)),
    el('div', { class: 'inside' },
      el('p', {}, prose(call.description)),
      parameters.length > 0 ? [el('h4', {}, 'Parameters'), el('dl', {}, parameters.map(parameter))] : null,
      call.requestBody ? [el('h4', {}, 'Body'), contents(api, call.requestBody.content),
        Object.values(call.requestBody.content).filter(one => named(one.schema)).slice(0, 1).map(one => fields(api, one.schema))] : null,
      el('h4', {}, 'Answers'),
      Object.entries(call.responses).map(([status, answer]) => [
        el('p', {}, el('strong', {}, status), ' ', prose(answer.description)), contents(api, answer.content)])));
}

/** The calls that are looked for, by what they are about. @param {any} api @param {string} words */
function calls(api, words) {
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ path, method, call })));
  return api.tags.map((/** @type {any} */ tag) => {
    const found = all.filter(({ path, method, call }) => call.tags.includes(tag.name) && matches(words, method, path, call));
    return found.length === 0 ? null : el('section', {}, el('h2', {}, tag.name), el('p', {}, prose(tag.description)),
      found.map(({ path, method, call }) => shown(api, path, method, call)));
  });
}

/** @param {any} api */
const records = api => Object.entries(api.components.schemas).sort(([one], [other]) => one.localeCompare(other)).map(([name, schema]) =>
  el('details', { id: name }, el('summary', {}, el('code', {}, name), ' ', el('span', { class: 'said' }, prose(schema.description))),
    el('div', { class: 'inside' }, el('p', {}, kind(schema)), fields(api, schema))));

/** What an address names is unfolded. */
function unfold() {
  const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (wanted instanceof HTMLDetailsElement) {
    wanted.open = true;
    wanted.scrollIntoView();
  }
}

const main = byId('main');
const answer = await fetch('/api/openapi.json');
const api = await answer.json();
const list = el('div', {}, calls(api, ''));
main.replaceChildren(
  el('h1', {}, `${api.info.title} API ${api.info.version}`), el('p', {}, prose(api.info.description)),
  el('p', {}, el('a', { href: '/api/openapi.json', download: 'followup-openapi.json' }, 'OpenAPI description'), ', for programs.'),
  el('label', {}, 'Find a call ', el('input', {
    type: 'search', class: 'search',
    input: (/** @type {any} */ event) => list.replaceChildren(...calls(api, event.target.value).filter(Boolean)),
  })),
  list, el('h2', {}, 'Records'), ...records(api));
main.removeAttribute('aria-busy');
addEventListener('hashchange', unfold);
unfold();
