// What a link shows: what became of it, the item, and everything that its reader may do.
function pageOf(shown, isFresh, send) {
  const item = shown.item;
  return [
    localized('h1', shown.title, { tabindex: '-1' }),
    ...notes(shown, isFresh),
    item ? facts(shown, item) : null,
    ...(item ? offers(shown, send) : []),
    coordinator(shown),
  ].filter(part => part !== null);
}

/** What is on record, or why the link does nothing. */
function notes(shown, isFresh) {
  const parts = [];
  if (isFresh) parts.push(el('h2', {}, say('thanks')));
  if (shown.record) parts.push(...fact(shown.record));
  if (shown.closed && shown.closed.action !== shown.record?.action) parts.push(...fact(shown.closed));
  const sentence = {
    handedOver: () => say('handedOver', { moment: moment(shown.handedOverAt) }),
    expired: () => say('expired', { moment: moment(shown.expiresAt) }),
    notNow: () => say(knows(`notNow.${shown.action}`) ? `notNow.${shown.action}` : 'notNow'),
    notYours: () => say('notYours'),
    closed: () => say(shown.closed?.action === 'withdraw' ? 'withdrawn' : 'closed'),
  }[shown.standing];
  if (sentence) parts.push(el('p', {}, sentence()));
  if (isFresh) parts.push(told(shown));
  if (shown.record && !isFresh) parts.unshift(el('h2', {}, say('recorded')));
  return parts.length === 0 ? [] : [el('div', { class: shown.record || shown.closed ? 'note good' : 'note', id: 'note', tabindex: '-1' }, ...parts)];
}

/** What was not recorded, and what was typed: nobody has to write it a second time. */
function unrecorded(why, given) {
  const { evidence, dueOn, ...texts } = given ?? {};
  const typed = [dueOn ? day(dueOn) : null, ...Object.values(texts), evidence?.ref, evidence?.note].filter(text => text);
  return el('div', { class: 'note bad', tabindex: '-1', id: 'unrecorded' },
    el('p', {}, say(why)),
    ...(typed.length > 0 ? [el('p', { class: 'quiet small' }, say('typed')), ...typed.map(text => written('blockquote', text))] : []));
}

/** Whose move it is after an answer, and how they learn of it; null where it asks nobody for anything. */
function told(shown) {
  const { issuer, owner } = shown.item ?? {};
  const next = {
    complete: issuer, extend: issuer, 'hand-back': shown.coordinator, confirm: owner, return: owner, grant: owner, refuse: owner,
    reply: owner?.name === shown.reader?.name ? issuer : owner,
  }[shown.record?.action];
  return next && next.name !== shown.reader?.name ? el('p', {}, say('told', { who: nameOf(next) })) : null;
}

const fact = done => [
  el('p', {}, say(`recorded.${done.action}`, { name: nameOf(done.by), moment: moment(done.at) })),
  done.text ? written('blockquote', done.text) : null,
];

function facts(shown, item) {
  const late = item.daysLate > 0 ? el('span', { class: 'late' }, say('overdue', { count: item.daysLate })) : null;
  const was = item.originalDueOn ? el('span', { class: 'quiet' }, say('agreed', { date: day(item.originalDueOn) })) : null;
  return el('dl', { class: 'facts' },
    row('due', day(item.dueOn), late ? ' · ' : null, late, was ? ' ' : null, was),
    item.report ? row('report', ...reportOf(item.report, item.files)) : null,
    item.files.length > 0 ? row('files', ...item.files.map(fileButton)) : null,
    item.extension ? row('request', say('requested', { date: day(item.extension.dueOn) }), who(item.extension), written('blockquote', item.extension.reason)) : null,
    item.question ? row('question', who(item.question), written('blockquote', item.question.text)) : null,
    item.returned ? row('returned', who(item.returned), written('blockquote', item.returned.text)) : null,
    row('owner', written('span', nameOf(item.owner))),
    row('issuer', written('span', nameOf(item.issuer))),
    item.clause ? row('clause', item.clauseLabel ? written('span', item.clauseLabel) : null, localized('blockquote', item.clause)) : null,
    row('agreement', localized('span', shown.agreement)));
}

const row = (name, ...parts) => el('div', {}, el('dt', {}, say(name)), el('dd', {}, ...parts));

const who = done => el('p', { class: 'quiet small' }, say('by', { name: nameOf(done.by), moment: moment(done.at) }));

function reportOf(report, files) {
  const { kind, note } = report.evidence;
  const ref = (kind === 'file' && files.find(file => file.sha256 === report.evidence.ref)?.name) || report.evidence.ref;
  const isAddress = kind === 'link' && /^https?:\/\//i.test(ref);
  const shows = kind === 'none' ? say('unproved')
    : isAddress ? el('a', { href: ref, rel: 'noopener noreferrer', dir: 'auto' }, ref) : written('span', ref);
  return [shows, who(report), note ? written('blockquote', note) : null];
}

/** What the link is for comes first and is open; the rest is one touch away. */
function offers(shown, send) {
  const ordered = [...shown.answers].sort((one, other) => Number(other.action === shown.action) - Number(one.action === shown.action));
  const isFor = ordered[0]?.action === shown.action && shown.standing === 'open';
  return ordered.length === 0
    ? [shown.record || shown.closed ? null : el('p', { class: 'quiet' }, say('nothing'))]
    : [
      el('section', { class: 'offers', 'aria-labelledby': 'offers' },
        el('h2', { id: 'offers' }, say(isFor ? 'offers' : 'others')),
        ...ordered.map((offer, n) => offerOf(offer, shown, isFor && n === 0, send)),
        el('p', { class: 'quiet small' }, say('whoever', { name: nameOf(shown.reader) }))),
    ];
}

function coordinator(shown) {
  const { email } = shown.coordinator;
  return el('p', { class: 'small' }, say('ask', { name: nameOf(shown.coordinator) }), email ? ' ' : null,
    email ? el('a', { href: `mailto:${encodeURIComponent(email).replace('%40', '@')}` }, email) : null);
}
