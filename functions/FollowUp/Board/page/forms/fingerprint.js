/**
 * A short name of a text (cyrb53), by which one sees whether it is still the same without keeping it. It is no secret, and browsers have
 * `crypto.subtle` over https alone.
 * @param {string} text
 */
export function fingerprint(text) {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }

  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return `${text.length}-${(two >>> 0).toString(36)}${(one >>> 0).toString(36)}`;
}
