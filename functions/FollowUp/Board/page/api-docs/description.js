/** What a description in OpenAPI says, for the page that shows it. Nothing here touches the page. */

/** What a reference leads to; itself, where it is none. @param {any} api @param {any} thing @returns {any} */
export const resolved = (api, thing) => typeof thing?.$ref !== 'string' ? thing
  : resolved(api, thing.$ref.slice(2).split('/').reduce((/** @type {any} */ at, /** @type {string} */ name) => at[name], api));

/** The name of the record that something is, or is a list of. @param {any} schema @returns {string | null} */
export const named = schema => schema?.$ref ? schema.$ref.split('/').at(-1)
  : schema?.items ? named(schema.items)
  : null;

/** What something is, in words. @param {any} schema @returns {string} */
export function kindOf(schema) {
  if (schema?.$ref) {
    return named(schema) ?? '';
  }

  if (schema?.items) {
    return `list of ${kindOf(schema.items)}`;
  }

  if (schema?.enum) {
    return schema.enum.join(' | ');
  }

  return schema?.oneOf ? schema.oneOf.map(kindOf).join(' or ')
    : schema?.format === 'int32' ? 'integer'
    : schema?.format ?? schema?.type ?? 'anything';
}

/**
 * The fields of a record.
 * @param {any} api
 * @param {any} schema
 * @returns {{ name: string, schema: any, isRequired: boolean }[]}
 */
export function fieldsOf(api, schema) {
  const { properties = {}, required = [] } = resolved(api, schema);
  return Object.entries(properties).map(([name, field]) => ({ name, schema: field, isRequired: required.includes(name) }));
}

/**
 * Whether a call is one that somebody looks for: each of their words stands in its method, its address or its words.
 * @param {string} words
 * @param {string} method
 * @param {string} path
 * @param {any} call
 */
export function matches(words, method, path, call) {
  const text = `${method} ${path} ${call.summary} ${call.description}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every(word => text.includes(word));
}
