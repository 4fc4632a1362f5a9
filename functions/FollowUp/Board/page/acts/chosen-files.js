/**
 * Files that were chosen in a form and are not sent yet. A draft keeps their names alone: after a reload they are chosen anew.
 * @type {WeakMap<Record<string, string>, File>}
 */
const chosen = new WeakMap();

/**
 * @param {Record<string, string>} values of a draft
 * @returns {File | undefined}
 */
export const fileOf = values => chosen.get(values);

/**
 * @param {Record<string, string>} values of a draft
 * @param {string} name of the field
 * @param {File | undefined} file
 */
export function chooseFile(values, name, file) {
  if (file) {
    chosen.set(values, file);
    values[name] = file.name;
  } else {
    chosen.delete(values);
    delete values[name];
  }
}
