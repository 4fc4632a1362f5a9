import { dayText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { clauseChoice } from '../text/clause-name.js';
import { has, translate, translateOr } from '../text/i18n.js';
import { faultElement } from '../text/fault-text.js';
import { fileField } from './file-field.js';
import { peopleList, personMeant } from './person-lookup.js';

/**
 * A field of a form: its label, what is typed, what helps to type it, and room beside it for what is wrong.
 * @param {import('./verbs.js').Field} field
 * @param {{ verb: string, agreement?: any, item: any, people: any, today: string, values: Record<string, string>, wrong?: { key?: string, code?: string, args?: any, text?: string }, changed: () => void }} context
 */
export function actField(field, context) {
  const { verb, values, wrong } = context;
  const id = `act-${field.name}`;
  const error = el('p', { class: 'act-error', id: `${id}-error` }, wrong && wrongText(wrong, context.people));
  const optional = field.isOptional?.(values);
  const label = [firstOf(`acts.${verb}.${field.label?.(values) ?? field.name}`, `acts.field.${field.name}`), optional && el('span', { class: 'quiet' }, ` ${translate('acts.optional')}`)];
  const common = {
    id, 'aria-describedby': `${id}-hint ${id}-error`, 'aria-invalid': wrong ? 'true' : null, 'aria-required': String(!optional), autocomplete: 'off',
  };
  const { input, hint } = inputs[field.kind](field, common, context);
  if (field.kind === 'choice') {
    return el('fieldset', { class: 'act-field', 'data-key': field.name, 'data-wrong': Boolean(wrong), 'aria-describedby': error.id }, el('legend', {}, label), input, error);
  }

  return el('div', { class: 'act-field', 'data-key': field.name }, el('label', { for: id }, label), input, hint ?? el('p', { class: 'hint', id: `${id}-hint` }), error);
}

/**
 * In the page's language: what was found here, or what the service found.
 * @param {{ key?: string, code?: string, args?: any, text?: string }} wrong
 */
function wrongText({ key, code, args = {}, text }, people) {
  return key
    ? translate(`acts.wrong.${key}`, { ...args, ...(args.date ? { date: dayText(`${args.date}T00:00:00Z`, 'UTC') } : {}) })
    : [translate('acts.refused'), ' ', faultElement({ code, args, detail: text }, { people })];
}

const firstOf = (...keys) => translate(keys.find(has) ?? keys[0]);

const into = ({ values, changed }, name, after) => ({ target }) => {
  values[name] = target.value;
  changed();
  after?.();
};

const inputs = {
  text: (field, common, context) => ({
    input: el('textarea', { ...common, rows: '3', dir: 'auto', input: into(context, field.name) }, context.values[field.name] ?? ''),
  }),

  line: (field, common, context) => ({
    input: el('input', { ...common, type: 'text', dir: 'auto', value: context.values[field.name] ?? '', input: into(context, field.name) }),
  }),

  /** Dates are typed as the browser writes them, and said as the page does: with the day of the week. */
  date(field, common, context) {
    const hint = el('p', { class: 'hint', id: `${common.id}-hint`, 'aria-live': 'polite' });
    const say = () => {
      const value = context.values[field.name];
      hint.textContent = /^\d{4}-/.test(value ?? '') ? dayText(`${value}T00:00:00Z`, 'UTC') : '';
    };
    const input = el('input', {
      ...common, type: 'date', min: context.today, max: '2400-12-31', value: context.values[field.name] ?? '', input: into(context, field.name, say),
    });
    say();
    return { input, hint };
  },

  person(field, common, context) {
    const { item, people, values } = context;
    const list = peopleList(`${common.id}-list`, people, item.owner);
    const hint = el('p', { class: 'hint', id: `${common.id}-hint`, 'aria-live': 'polite' });
    const say = () => {
      const id = personMeant(values[field.name] ?? '', people);
      hint.textContent = id ? `${people.name(id)} · ${id}` : translate('acts.person.how');
    };
    const input = el('input', {
      ...common, type: 'text', list: list.id, dir: 'auto', value: values[field.name] ?? '', input: into(context, field.name, say),
    });
    say();
    return { input: [input, list], hint };
  },

  file: (field, common, context) => fileField(field.name, common, context),
  select(field, common, context) {
    const value = context.values[field.name] ?? '';
    const options = [...(value ? [] : ['']), ...field.options?.(context.item, context.agreement) ?? []];
    return {
      input: el('select', { ...common, change: into(context, field.name) },
        options.map(id => el('option', { value: id, selected: id === value }, selectText(field.name, id, context.agreement)))),
    };
  },

  choice(field, common, context) {
    const { verb, item, values } = context;
    return {
      input: (field.options?.(item) ?? []).map((value, place) => {
        const id = `${common.id}-${place}`;
        return el('p', { class: 'act-choice' },
          el('input', {
            type: 'radio', name: common.id, id, value, checked: values[field.name] === value, change: into(context, field.name),
          }),
          el('label', { for: id }, optionText(verb, field.name, value)));
      }),
    };
  },
};

function selectText(name, id, agreement) {
  const clause = name === 'clause' && agreement?.clauses?.find(one => one.id === id);
  return !id ? translate('form.none') : clause ? clauseChoice(clause) : translateOr(name, id);
}

/** A stage has the register's word for it, which may be one that the office made up. */
function optionText(verb, name, value) {
  const key = [`acts.${verb}.${name}.${value}`, `${name === 'kind' ? 'evidence' : name}.${value}`].find(has);
  return key ? translate(key) : value;
}
