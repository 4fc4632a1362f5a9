/**
 * In which line of a JSON text each of its values stands, by JSON Pointer. Of a text that breaks off or is none: what there is up to there.
 * @param {string} text
 * @returns {Map<string, number>}
 */
export function linesOf(text) {
  const lines = new Map();
  const tokens = text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\n/g);
  const open = []; // what we are in: of an object its name of the moment, of a list the place
  let line = 1;
  let isName = false;
  const pointer = () => open.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const value = () => {
    if (!lines.has(pointer())) {
      lines.set(pointer(), line);
    }
  };

  for (const [token] of tokens) {
    const inside = open.at(-1);
    if (token === '\n') {
      line++;
    } else if (token === '{' || token === '[') {
      value();
      open.push(token === '{' ? { at: '', isList: false } : { at: 0, isList: true });
      isName = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      isName = false;
    } else if (token === ',') {
      if (inside?.isList) {
        inside.at++;
      } else {
        isName = true;
      }
    } else if (token === ':') {
      isName = false;
    } else if (isName && inside) {
      inside.at = nameIn(token);
    } else {
      value();
    }
  }

  return lines;
}

function nameIn(token) {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

/** Where something stands, or what it is missing from; undefined where that is nowhere. */
export function lineAt(lines, pointer) {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    if (lines.has(at)) {
      return lines.get(at);
    }
  }

  return undefined;
}
