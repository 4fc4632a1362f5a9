/**
 * What the page's words ask of a browser before anything is shown: the reader's languages, and the choice that was remembered.
 * Imported before the page's own modules; what builds elements is tested in a real browser (tests/Board.Tests).
 */
const kept = new Map();

Object.defineProperty(globalThis, 'localStorage', {
  configurable: true,
  value: { getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) },
});
Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { languages: ['en-GB'] } });
