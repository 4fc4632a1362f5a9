import assert from 'node:assert/strict';
import test from 'node:test';
import { isolate } from '../../functions/FollowUp/Board/page/text/bidi-isolation.js';

test('what goes from left to right stays as it is', () => {
  for (const text of ['', 'Law desk', '法律处', 'Правовой отдел', '2020-05-29']) {
    assert.equal(isolate(text), text);
  }
});

test('what goes the other way is set apart, line by line', () => assert.equal(isolate('שלום\nשלום'), '\u2068שלום\u2069\n\u2068שלום\u2069'));

test('a mark that was left open is ended', () => {
  assert.equal(isolate('a\u202eb'), '\u2068a\u202eb\u202c\u2069');
  assert.equal(isolate('a\u2067b\u202ec'), '\u2068a\u2067b\u202ec\u202c\u2069\u2069');
});

test('a mark that ends nothing is left out', () => {
  assert.equal(isolate('a\u2069b\u202cc'), '\u2068abc\u2069');
  assert.equal(isolate('a\u2067b\u2069c'), '\u2068a\u2067b\u2069c\u2069');
});

test('whatever it holds, as many marks end as begin', () => {
  const marks = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', 'a'];
  for (let n = 0; n < 10_000; n++) {
    const text = [n, n / 10, n / 100, n / 1000].map(part => marks[Math.floor(part) % 10]).join('');
    const depth = [...isolate(text)].reduce(({ stack, fine }, mark) => {
      if ('\u202a\u202b\u202d\u202e'.includes(mark)) stack.push('\u202c');
      else if ('\u2066\u2067\u2068'.includes(mark)) stack.push('\u2069');
      else if (mark === '\u202c' || mark === '\u2069') {
        while (mark === '\u2069' && stack.at(-1) === '\u202c' && stack.length > 1) stack.pop();
        return { stack, fine: stack.pop() === mark && fine };
      }

      return { stack, fine };
    }, { stack: /** @type {string[]} */ ([]), fine: true });
    assert.ok(depth.fine && depth.stack.length === 0, JSON.stringify(text));
  }
});
