import { el } from '../shell/dom.js';
import { localizedText, translate } from '../text/i18n.js';
import { figuresAddress } from './figures-data.js';

/** Of which days, and of which agreement. What is asked for stands in the address. */
export function spanForm({ span, figures, overview }) {
  const from = el('input', { type: 'date', id: 'figures-from', value: span.from ?? figures?.from });
  const to = el('input', { type: 'date', id: 'figures-to', value: span.to ?? figures?.to });
  const agreement = el('select', { id: 'figures-agreement' }, el('option', { value: '' }, translate('register.anyAgreement')),
    overview.agreements.map(one => el('option', { value: one.id, selected: one.id === span.agreement }, localizedText(one.title))));
  if (span.agreement && agreement.value !== span.agreement) {
    agreement.append(el('option', { value: span.agreement, selected: true }, span.agreement));
  }

  const field = (name, input) => el('p', { class: 'field' }, el('label', { for: input.id }, translate(`figures.${name}`)), input);
  return el('form', {
    class: 'looking', 'aria-label': translate('figures.which'), submit: event => {
      event.preventDefault();
      location.hash = figuresAddress({ from: from.value, to: to.value, agreement: agreement.value });
    },
  }, field('from', from), field('to', to), field('agreement', agreement), el('p', { class: 'field' }, el('button', { class: 'act', type: 'submit' }, translate('figures.show'))));
}
