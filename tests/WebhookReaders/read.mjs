// Takes what was posted as programs of others do. One post a line: { secrets, headers, body } is verified by standardwebhooks with each
// secret, { card } is parsed by adaptivecards. One answer a line: { verified: [...], type } or { actions, texts, faults }.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

// Its modules name each other without an extension, which Node does not follow; its bundle stands by itself.
const adaptive = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const isVerified = (secret, { headers, body }) => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
};

const parsed = card => {
  const context = new adaptive.SerializationContext();
  const read = new adaptive.AdaptiveCard();
  read.parse(card, context);
  // The library's pattern for languages goes on from where it ended (it has a g), and refuses every second card: this one is refused for it.
  new adaptive.AdaptiveCard().parse({ type: card.type, version: card.version, lang: card.lang }, new adaptive.SerializationContext());
  const faults = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const validation = read.validateProperties();
  const texts = [];
  const collect = element => {
    if (element instanceof adaptive.TextRun) texts.push(element.text);
    for (let at = 0; at < (element.getInlineCount?.() ?? 0); at++) collect(element.getInlineAt(at));
    if (element instanceof adaptive.FactSet) texts.push(...element.facts.map(fact => `${fact.name}: ${fact.value}`));
    for (let at = 0; at < (element.getItemCount?.() ?? 0); at++) collect(element.getItemAt(at));
  };
  collect(read);
  return {
    version: `${read.version}`, lang: read.lang, texts, actions: read.getActionCount() ? [read.getActionAt(0).url] : [],
    faults: [...faults, ...validation.validationEvents.map(event => event.message)],
  };
};

for await (const line of createInterface({ input: process.stdin })) {
  const post = JSON.parse(line);
  console.log(JSON.stringify(post.card
    ? parsed(post.card)
    : { verified: post.secrets.map(secret => isVerified(secret, post)), type: JSON.parse(post.body).type }));
}
