import './browser.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

const { setLanguage } = await import('../../functions/FollowUp/Board/page/text/i18n.js');
const { sizeText } = await import('../../functions/FollowUp/Board/page/text/size-text.js');

afterEach(() => setLanguage('en'));

test('a size is said as people say it, also that of few bytes', () => {
  assert.deepEqual([1, 512, 2_300, 4_000_000].map(sizeText), ['1 byte', '512 bytes', '2.3 kB', '4 MB']);
  setLanguage('ru');
  assert.equal(sizeText(5), '5 байт');
});
