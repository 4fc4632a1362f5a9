// Letters of scripts that go from right to left, and marks that turn the direction of writing.
const concerned = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;
const closers = { '\u202a': '\u202c', '\u202b': '\u202c', '\u202d': '\u202c', '\u202e': '\u202c', '\u2066': '\u2069', '\u2067': '\u2069', '\u2068': '\u2069' };

/** What somebody wrote, set apart from the sentence that it stands in: whatever it holds, nothing after it is turned. */
export function isolate(text) {
  return concerned.test(text) ? text.split('\n').map(line => `\u2068${ended(line)}\u2069`).join('\n') : text;
}

/** With each mark ended, and without those that end nothing: an isolate ends with all that was begun in it. */
function ended(line) {
  const open = [];
  const kept = [...line].filter(letter => {
    if (letter in closers) {
      open.push(closers[letter]);
    } else if (letter === '\u2069') {
      const begun = open.lastIndexOf(letter);
      open.splice(begun < 0 ? open.length : begun);
      return begun >= 0;
    } else if (letter === '\u202c') {
      return open.at(-1) === letter && open.pop();
    }

    return true;
  });
  return kept.join('') + open.reverse().join('');
}
