/** @type {Map<string, string>} What is on its way, by item: the verb. */
const sending = new Map();

/** The verb of an item that was sent and is not answered yet: also where its page was drawn anew meanwhile. */
export const sentVerb = path => sending.get(path);

/**
 * @template Answer
 * @param {string} path of the item
 * @param {string} verb
 * @param {() => Promise<Answer>} act
 */
export async function whileSending(path, verb, act) {
  sending.set(path, verb);
  try {
    return await act();
  } finally {
    sending.delete(path);
  }
}
