// One form for each thing that can be done. Nothing is sent but by its button.
const needs = {
  sign: [], progress: ['text'], complete: ['evidence'], extend: ['dueOn', 'reason'], 'hand-back': ['reason'],
  confirm: ['note'], return: ['reason'], grant: ['note'], refuse: ['note'], reply: ['text'],
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
  if (!code || !knows(`fault.${code}`)) return refusal(detail);
  const dates = Object.entries(args ?? {}).map(([name, value]) => [name, /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value]);
  const within = args?.reason ? { fault: faultText({ ...args.reason, detail: args.fault }) } : {};
  return say(`fault.${code}`, { count: args?.days, ...Object.fromEntries(dates), ...within });
}

/** Its own sentences are English: readers of another language are told that it was refused, and what to do. */
const refusal = detail => (languageOf.current === 'en' ? `${say('refused')} (${detail})` : say('refused'));

/** Whether there is anything to see of it, as the service finds: blanks, marks of direction and fillers show nothing. */
const isVisible = text => /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\u115f\u1160\u3164\uffa0\u2800\ufffc]/u.test(text);

/** What is wrong with a text before it is sent; empty where nothing is. */
const faultOf = (text, isRequired) => (text.trim() === '' ? (isRequired ? say('required') : '') : isVisible(text) ? '' : say('invisible'));

/** The calendar of the service ends there. */
const lastDay = '2400-12-31';

/** A day for an extension: after the due date, and one that there is. */
const dayFault = (chosen, from) => (chosen === '' ? say('required')
  : chosen.length > lastDay.length || chosen > lastDay ? say('earlier', { date: day('2401-01-01') })
  : chosen <= from ? say('later', { date: day(from) })
  : '');

/** Pages have a whole address: whoever reads it may not sit where the one who gave it sat. */
const isAddress = text => /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim());

/** What the service found wrong, beside the field that it is about. */
function tell(faults, fields, wrong) {
  for (const fault of faults) {
    const name = fault.pointer.split('/').at(-1);
    const owner = fields.find(one => one.names.includes(name));
    if (owner) owner.fault(name, faultText(fault));
    else wrong.textContent = fault.code ? faultText(fault) : refusal(fault.detail);
  }
}

function field(name, action, shown) {
  if (name === 'evidence') return evidence();
  const optional = name === 'note';
  const label = name === 'note' ? say('note.optional') : say(knows(`${action}.${name}`) ? `${action}.${name}` : name);
  const isDate = name === 'dueOn';
  const from = isDate ? shown.item.dueOn : null;
  const input = isDate
    ? el('input', { type: 'date', min: from, max: lastDay })
    : el('textarea', { rows: 3, maxlength: 16000, dir: 'auto' });
  const one = labelled(`${action}-${name}`, label, input, !optional);
  return {
    names: [name],
    node: one.node,
    value: () => (input.value.trim() === '' ? {} : { [name]: input.value }),
    check: () => one.tell(isDate ? dayFault(input.value, from) : faultOf(input.value, !optional)),
    fault: (_, text) => one.tell((isDate && dayFault(input.value, from)) || text),
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

/** A document, a file, a page, or honestly nothing but word, which then must be given. */
function evidence() {
  const choices = ['document', 'file', 'link', 'none'].map((kind, n) => el('input', { type: 'radio', name: 'kind', value: kind, id: `kind-${kind}`, checked: n === 0 }));
  const ref = el('input', { type: 'text', maxlength: 300, dir: 'auto' });
  const note = el('textarea', { rows: 3, maxlength: 16000, dir: 'auto' });
  const [refField, noteField] = [labelled('complete-ref', say('ref.document'), ref, true), labelled('complete-note', say('note.optional'), note, false)];
  const file = fileField();
  const kind = () => choices.find(one => one.checked)?.value;
  const fit = () => {
    refField.node.hidden = kind() === 'none' || kind() === 'file';
    file.node.hidden = kind() !== 'file';
    refField.name.textContent = say(`ref.${kind()}`);
    noteField.name.textContent = say(kind() === 'none' ? 'note' : 'note.optional');
    note.setAttribute('aria-required', String(kind() === 'none'));
  };
  choices.forEach(one => one.addEventListener('change', fit));
  fit();
  const fileFault = () => (kind() === 'file' && !file.chosen() ? say('choose') : '');
  const refFault = () => (kind() === 'none' || kind() === 'file' ? '' : faultOf(ref.value, true) || (kind() === 'link' && !isAddress(ref.value) ? say('address') : ''));
  return {
    names: ['ref', 'note', 'kind', 'evidence', 'file'],
    node: el('div', { class: 'offers' },
      el('fieldset', {}, el('legend', {}, say('complete.kind')),
        ...choices.map(one => el('div', { class: 'choice' }, one, el('label', { for: one.id }, say(`kind.${one.value}`))))),
      refField.node, file.node, noteField.node),
    value: () => ({
      evidence: {
        kind: kind(), ...(['none', 'file'].includes(kind() ?? '') ? {} : { ref: ref.value.trim() }), ...(note.value.trim() ? { note: note.value } : {}),
      },
      ...(kind() === 'file' ? { file: file.chosen() } : {}),
    }),
    check: () => [refField.tell(refFault()), file.tell(fileFault()), noteField.tell(faultOf(note.value, kind() === 'none'))].every(fine => fine),
    fault: (name, text) => (kind() === 'file' && ['file', 'ref'].includes(name) ? file : name === 'ref' ? refField : noteField).tell((name === 'ref' && refFault()) || text),
  };
}

/** What stands in the forms, and which of them are open. */
const filledIn = () => ({
  fields: [...main.querySelectorAll('input, textarea')].map(one => /** @type {HTMLInputElement} */ (one)),
  open: [...main.querySelectorAll('details')].filter(one => one.open).map(one => one.dataset.action),
});

/** Puts it into forms that were made anew. */
function fillIn({ fields, open }) {
  for (const old of fields) {
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById(old.id));
    if (!field) continue;
    if (field.type === 'file') field.files = old.files;
    else if (field.type !== 'radio') field.value = old.value;
    else if (old.checked) {
      field.checked = true;
      field.dispatchEvent(new Event('change'));
    }
  }
  for (const form of main.querySelectorAll('details')) form.open = open.includes(form.dataset.action);
}
