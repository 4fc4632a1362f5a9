// Shows how often its reader's letters come, and sets it. Until the button is pressed nothing is sent.
(() => {
  const link = location.hash.slice(1);
  const main = byId('main');
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const someMonday = Date.UTC(2024, 0, 1);
  /** @type {any} */
  let last = null; // what was read last, to show it in another language

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
    last = answer;
    draw();
  }

  /** @param {boolean} [told] whether it was set just now */
  function draw(told) {
    document.documentElement.lang = languageOf.current;
    languages();
    main.replaceChildren(...(last.status === 200 ? page(told) : trouble()));
    document.title = `${main.querySelector('h1')?.textContent ?? 'FollowUp'} · FollowUp`;
    main.setAttribute('aria-busy', 'false');
    if (told) {
      byId('said').focus();
      byId('announce').textContent = byId('said').textContent;
    }
  }

  function trouble() {
    const why = { 'link-unknown': 'unknown', 'not-found': 'unknown', 'link-replaced': 'replaced' }[last.problem] ?? 'unreachable';
    return [
      el('h1', {}, say('title')), el('p', { class: 'note bad' }, say(why)),
      ...(why === 'unreachable' ? [el('button', { class: 'act', type: 'button', onclick: () => read() }, say('again'))] : []),
    ];
  }

  function page(told) {
    const { rhythm } = last.content;
    const day = el('select', { id: 'on', name: 'on' }, ...weekdays.map((on, n) =>
      el('option', { value: on, selected: on === (rhythm.on ?? 'monday') }, weekdayText(n))));
    const hour = el('input', { type: 'time', id: 'hour', name: 'hour', value: rhythm.hour ?? '', 'aria-describedby': 'hour-about' });
    const onDay = el('p', { class: 'field' }, el('label', { for: 'on' }, say('on')), day);
    const atHour = el('p', { class: 'field' }, el('label', { for: 'hour' }, say('hour')), hour,
      el('span', { class: 'quiet small', id: 'hour-about' }, say('hour.about')));
    const form = el('form', { onsubmit: submit, onchange: fit },
      el('fieldset', {}, el('legend', {}, say('every')), ...['at-once', 'daily', 'weekly'].map(every => el('p', {},
        el('label', {}, el('input', { type: 'radio', name: 'every', value: every, checked: every === rhythm.every }), ' ', say(`every.${every}`))))),
      onDay, atHour,
      el('p', {}, el('button', { class: 'act', type: 'submit' }, say('act'))));

    const chosen = () => /** @type {HTMLInputElement} */ (form.querySelector('[name="every"]:checked')).value;

    function fit() {
      onDay.hidden = chosen() !== 'weekly';
      atHour.hidden = chosen() === 'at-once';
    }

    async function submit(event) {
      event.preventDefault();
      const every = chosen();
      const answer = await call('PUT', {
        every, ...(every === 'weekly' ? { on: day.value } : {}), ...(every !== 'at-once' && hour.value ? { hour: hour.value } : {}),
      }).catch(() => ({ status: 0 }));
      if (answer.status === 200) {
        last = answer;
        draw(true);
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

  const weekdayText = n => new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(someMonday + n * 86_400_000);

  function languages() {
    const nav = byId('languages');
    nav.setAttribute('aria-label', say('language'));
    nav.replaceChildren(...Object.entries(words).map(([code, { name }]) => el('button', {
      type: 'button', lang: code, 'aria-pressed': String(code === languageOf.current),
      onclick: () => {
        languageOf.current = code;
        if (last) draw();
        /** @type {HTMLElement | null} */ (nav.querySelector(`[lang="${code}"]`))?.focus();
      },
    }, name)));
  }

  document.documentElement.lang = languageOf.current;
  languages();
  main.replaceChildren(el('p', { class: 'quiet' }, say('loading')));
  addEventListener('hashchange', () => location.reload());
  read();
})();
