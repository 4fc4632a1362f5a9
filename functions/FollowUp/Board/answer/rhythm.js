// Shows how often its reader's letters come, and sets it. Until the button is pressed nothing is sent.
(() => {
  const link = location.hash.slice(1);
  const main = byId('main');
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const someMonday = Date.UTC(2024, 0, 1);
  /** @type {any} */
  let last = null; // what was read last, to show it in another language
  /** @type {any} */
  let wanted = null; // what is chosen, and not saved yet

  /**
   * @param {'GET' | 'PUT'} method
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async function call(method, body) {
    const answer = await fetch('/api/rhythm', {
      method, headers: { 'x-followup-link': link, ...(body ? { 'content-type': 'application/json' } : {}) },
      cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', body: body ? JSON.stringify(body) : undefined,
    });
    const content = await answer.json().catch(() => ({}));
    return { status: answer.status, content, problem: (content.type ?? '').split('/').at(-1) };
  }

  async function read() {
    main.setAttribute('aria-busy', 'true');
    const answer = await call('GET').catch(() => ({ status: 0 }));
    if (answer.status === 200 && !last) languageOf.current = answer.content.language in words ? answer.content.language : languageOf.current;
    keep(answer);
    draw();
  }

  function keep(answer) {
    last = answer;
    wanted = { on: 'monday', hour: '', ...answer.content?.rhythm };
  }

  const inAnotherLanguage = () => last && draw();

  /** @param {boolean} [told] whether it was set just now */
  function draw(told) {
    document.documentElement.lang = languageOf.current;
    languages(inAnotherLanguage);
    main.replaceChildren(...(last.status === 200 ? page(told) : trouble()));
    document.title = `${main.querySelector('h1')?.textContent ?? 'FollowUp'} · FollowUp`;
    main.setAttribute('aria-busy', 'false');
    if (told) {
      byId('said').focus();
      byId('announce').textContent = byId('said').textContent;
    }
  }

  function trouble() {
    const why = whyUnread(last.problem);
    return [
      el('h1', {}, say('title')), el('p', { class: 'note bad' }, say(why)),
      ...(why === 'unreachable' ? [el('button', { class: 'act', type: 'button', onclick: () => read() }, say('again'))] : []),
    ];
  }

  function page(told) {
    const day = el('select', { id: 'on', name: 'on' }, ...weekdays.map((on, n) =>
      el('option', { value: on, selected: on === wanted.on }, weekdayText(n))));
    const hour = el('input', { type: 'time', id: 'hour', name: 'hour', value: wanted.hour, 'aria-describedby': 'hour-about' });
    const onDay = el('p', { class: 'field' }, el('label', { for: 'on' }, say('on')), day);
    const atHour = el('p', { class: 'field' }, el('label', { for: 'hour' }, say('hour')), hour,
      el('span', { class: 'quiet small', id: 'hour-about' }, say('hour.about')));
    const form = el('form', { onsubmit: submit, onchange: fit },
      el('fieldset', {}, el('legend', {}, say('every')), ...['at-once', 'daily', 'weekly'].map(every => el('p', {},
        el('label', {}, el('input', { type: 'radio', name: 'every', value: every, checked: every === wanted.every }), ' ', say(`every.${every}`))))),
      onDay, atHour,
      el('p', {}, el('button', { class: 'act', type: 'submit' }, say('act'))));

    function fit() {
      const every = /** @type {HTMLInputElement} */ (form.querySelector('[name="every"]:checked')).value;
      wanted = { every, on: day.value, hour: hour.value };
      onDay.hidden = every !== 'weekly';
      atHour.hidden = every === 'at-once';
    }

    async function submit(event) {
      event.preventDefault();
      fit();
      const answer = await call('PUT', rhythmOf(wanted)).catch(() => ({ status: 0, problem: undefined }));
      if (answer.status === 200) {
        keep(answer);
        draw(true);
      } else if (whyUnread(answer.problem) !== 'unreachable') {
        last = answer;
        draw();
      } else {
        byId('said').textContent = say('unreachable');
        byId('said').className = 'note bad';
        byId('said').focus();
      }
    }

    fit();
    return [
      el('h1', {}, say('title')), el('p', {}, say('whose', { name: nameOf(last.content) })),
      el('p', { class: told ? 'note' : '', id: 'said', tabindex: '-1' }, told ? say('done') : ''),
      el('p', {}, say('duties')), form,
    ];
  }

  /** A day and an hour are sent only where they mean something. */
  const rhythmOf = ({ every, on, hour }) => ({ every, ...(every === 'weekly' ? { on } : {}), ...(every !== 'at-once' && hour ? { hour } : {}) });

  const weekdayText = n => new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(someMonday + n * 86_400_000);

  document.documentElement.lang = languageOf.current;
  languages(inAnotherLanguage);
  main.replaceChildren(el('p', { class: 'quiet' }, say('loading')));
  addEventListener('hashchange', () => location.reload());
  read();
})();
