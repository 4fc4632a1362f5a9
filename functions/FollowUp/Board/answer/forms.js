// One form for each thing that can be done. Nothing is sent but by its button.
const needs = {
  sign: [], progress: ['text'], complete: ['evidence'], extend: ['dueOn', 'reason'], 'hand-back': ['reason'],
  confirm: ['note'], return: ['reason'], grant: ['note'], refuse: ['note'],
};

function offerOf(offer, shown, isOpen, send) {
  const form = el('form', { novalidate: true });
  const fields = needs[offer.action].map(name => field(name, offer.action, shown));
  const wrong = el('p', { class: 'wrong', role: 'alert', id: `wrong-${offer.action}` });
  const act = el('button', { class: 'act', type: 'submit' }, say(knows(`${offer.action}.act`) ? `${offer.action}.act` : offer.action));
  form.append(el('p', { class: 'quiet small' }, say(`${offer.action}.about`, namesIn(shown))), ...fields.map(one => one.node), wrong, act);
  form.addEventListener('submit', event => {
    event.preventDefault();
    wrong.textContent = '';
    if (act.getAttribute('aria-disabled') !== 'true' && fields.map(one => one.check()).every(fine => fine)) {
      act.setAttribute('aria-disabled', 'true');
      const body = Object.assign({}, ...fields.map(one => one.value()));
      send(offer, body, faults => {
        act.removeAttribute('aria-disabled');
        tell(faults, fields, wrong);
        firstWrong(form)?.focus();
      });
    } else {
      firstWrong(form)?.focus();
    }
  });
  return el('details', { class: 'offer', open: isOpen, 'data-action': offer.action }, el('summary', {}, say(offer.action)), form);
}

const firstWrong = form => form.querySelector('[aria-invalid="true"]');

function namesIn(shown) {
  const item = shown.item;
  return {
    issuer: item && nameOf(item.issuer), owner: item && nameOf(item.owner), coordinator: nameOf(shown.coordinator),
    date: item?.extension ? day(item.extension.dueOn) : '',
  };
}

/** What the service found wrong, in the reader's language; in its own English where there are no words for it here. */
function faultText({ code, args, detail }) {
  if (!code || !knows(`fault.${code}`)) return say('refused', { detail });
  const dates = Object.entries(args ?? {}).map(([name, value]) => [name, /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value]);
  const within = args?.reason ? { fault: faultText({ ...args.reason, detail: args.fault }) } : {};
  return say(`fault.${code}`, { count: args?.days, ...Object.fromEntries(dates), ...within });
}

/** Each beside the field that it is about. */
function tell(faults, fields, wrong) {
  for (const fault of faults) {
    const name = fault.pointer.split('/').at(-1);
    const owner = fields.find(one => one.names.includes(name));
    if (owner) owner.fault(name, faultText(fault));
    else wrong.textContent = fault.code ? faultText(fault) : say('refused', { detail: fault.detail });
  }
}

function field(name, action, shown) {
  if (name === 'evidence') return evidence();
  const optional = name === 'note';
  const label = name === 'note' ? say('note.optional') : say(knows(`${action}.${name}`) ? `${action}.${name}` : name);
  const isDate = name === 'dueOn';
  const from = isDate ? shown.item.dueOn : null;
  const input = isDate
    ? el('input', { type: 'date', min: from, max: '9999-12-31' })
    : el('textarea', { rows: 3, maxlength: 16000, dir: 'auto' });
  const one = labelled(`${action}-${name}`, label, input, !optional);
  return {
    names: [name],
    node: one.node,
    value: () => (input.value.trim() === '' ? {} : { [name]: input.value }),
    check: () => one.tell(!optional && input.value.trim() === '' ? say('required')
      : isDate && input.value <= from ? say('later', { date: day(from) }) : ''),
    fault: (_, text) => one.tell(text),
  };
}

function labelled(id, label, input, required) {
  const wrong = el('p', { class: 'wrong', id: `${id}-wrong` });
  for (const [name, value] of Object.entries({ id, 'aria-required': String(required), 'aria-describedby': `${id}-wrong` })) {
    input.setAttribute(name, value);
  }
  const name = el('label', { for: id }, label);
  return {
    name,
    node: el('div', { class: 'field' }, name, input, wrong),
    tell(text) {
      wrong.textContent = text;
      if (text) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      return text === '';
    },
  };
}

/** A document, a page, or honestly nothing but word, which then must be given. */
function evidence() {
  const choices = ['document', 'link', 'none'].map((kind, n) => el('input', { type: 'radio', name: 'kind', value: kind, id: `kind-${kind}`, checked: n === 0 }));
  const ref = el('input', { type: 'text', maxlength: 300, dir: 'auto' });
  const note = el('textarea', { rows: 3, maxlength: 16000, dir: 'auto' });
  const [refField, noteField] = [labelled('complete-ref', say('ref.document'), ref, true), labelled('complete-note', say('note.optional'), note, false)];
  const kind = () => choices.find(one => one.checked)?.value;
  const fit = () => {
    refField.node.hidden = kind() === 'none';
    refField.name.textContent = say(`ref.${kind()}`);
    noteField.name.textContent = say(kind() === 'none' ? 'note' : 'note.optional');
    note.setAttribute('aria-required', String(kind() === 'none'));
  };
  choices.forEach(one => one.addEventListener('change', fit));
  fit();
  const missing = input => (input.value.trim() === '' ? say('required') : '');
  return {
    names: ['ref', 'note', 'kind', 'evidence'],
    node: el('div', { class: 'offers' },
      el('fieldset', {}, el('legend', {}, say('complete.kind')),
        ...choices.map(one => el('div', { class: 'choice' }, one, el('label', { for: one.id }, say(`kind.${one.value}`))))),
      refField.node, noteField.node),
    value: () => ({ evidence: { kind: kind(), ...(kind() === 'none' ? {} : { ref: ref.value }), ...(note.value.trim() ? { note: note.value } : {}) } }),
    check: () => [refField.tell(kind() === 'none' ? '' : missing(ref)), noteField.tell(kind() === 'none' ? missing(note) : '')].every(fine => fine),
    fault: (name, text) => (name === 'ref' ? refField : noteField).tell(text),
  };
}
