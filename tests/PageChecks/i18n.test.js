import './browser.js';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, test } from 'node:test';

const { languages, localizedText, setLanguage, translate, translateOr } = await import('../../functions/FollowUp/Board/page/text/i18n.js');

const english = languages.en.words;
const placeholders = form => [...new Set([...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
const forms = words => (typeof words === 'string' ? { other: words } : words);

afterEach(() => setLanguage('en'));

for (const [code, { words, locale }] of Object.entries(languages)) {
  test(`${code} has the words that English has, and no others`, () => assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort()));

  test(`${code} fills in what English fills in`, () => {
    for (const [key, said] of Object.entries(words)) {
      const wanted = placeholders(forms(english[key]).other);
      for (const [form, text] of Object.entries(forms(said))) {
        const mayLeaveOut = form === 'one' || form === 'other' ? ['count'] : [];
        assert.deepEqual(placeholders(text).filter(name => !mayLeaveOut.includes(name)), wanted.filter(name => !mayLeaveOut.includes(name)), `${code} ${key}.${form}`);
      }
    }
  });

  test(`${code} has a form for every number`, () => {
    const plural = new Intl.PluralRules(locale);
    // What has no form of its own is said as the `other` is; Russian says `many` and `other` alike.
    const wanted = [...new Set([...Array.from({ length: 200 }, (_, n) => plural.select(n)), 'other'])].filter(form => form !== 'many');
    for (const [key, said] of Object.entries(words).filter(([, one]) => typeof one !== 'string')) {
      assert.deepEqual(wanted.filter(form => !said[form]), [], `${code} ${key}`);
    }
  });
}

test('the number chooses the form', () => {
  assert.equal(translate('round.weeks', { count: 1 }), 'every 1 week');
  assert.equal(translate('round.weeks', { count: 2 }), 'every 2 weeks');
  setLanguage('ru');
  const said = [1, 2, 5, 11, 21, 22, 25].map(count => translate('round.weeks', { count }).replace(/\d+/, 'N'));
  assert.equal(said[0], said[4]);
  assert.equal(said[1], said[5]);
  assert.equal(said[2], said[3]);
  assert.equal(said[2], said[6]);
  assert.equal(new Set(said).size, 3);
});

test('a text is in the reader’s language, else in English, else in any there is', () => {
  setLanguage('zh');
  assert.equal(localizedText({ en: 'Visit', zh: '访问' }), '访问');
  assert.equal(localizedText({ ru: 'Визит', en: 'Visit' }), 'Visit');
  assert.equal(localizedText({ ru: 'Визит' }), 'Визит');
  assert.equal(localizedText(undefined), '');
});

test('a word that came later is shown as it came', () => assert.equal(translateOr('kind', 'space-flight'), 'space-flight'));

test('what a stranger wrote cannot turn the sentence around it', () =>
  assert.equal(translate('notice.to', { who: '\u202eevil' }), 'to \u2068\u202eevil\u202c\u2069'));

for (const code of Object.keys(languages)) {
  test(`in ${code} no words stand in two files: whichever came last would be said for both`, async () => {
    const folder = new URL(`../../functions/FollowUp/Board/page/words/${code}/`, import.meta.url);
    const files = readdirSync(folder).filter(name => name !== 'index.js');
    const keys = (await Promise.all(files.map(name => import(new URL(name, folder).href)))).flatMap(file => Object.keys(file.default));
    assert.deepEqual(keys.filter((key, n) => keys.indexOf(key) !== n), []);
    assert.equal(keys.length, Object.keys(languages[code].words).length);
  });
}
