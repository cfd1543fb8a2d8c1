/**
 * Careful reading of JSON of unknown shape, without a library (it runs before `npm ci`).
 */
export const json = {
  /**
   * Parses a JSON text; the answer is unknown until looked at.
   * @param {string} text
   * @returns {unknown}
   */
  parse: (text) => /** @type {unknown} */ (JSON.parse(text)),

  /**
   * A member of an object, or undefined.
   * @param {unknown} value
   * @param {string} key
   * @returns {unknown}
   */
  at: (value, key) => json.record(value)[key],

  /**
   * The value as an object; an empty one when it is none.
   * @param {unknown} value
   * @returns {Record<string, unknown>}
   */
  record: (value) =>
    typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {},

  /**
   * The value as a list; an empty one when it is none.
   * @param {unknown} value
   * @returns {unknown[]}
   */
  list: (value) => (Array.isArray(value) ? /** @type {unknown[]} */ (value) : []),

  /**
   * The value as text; an empty one when it is none.
   * @param {unknown} value
   */
  text: (value) => (typeof value === 'string' ? value : ''),
};
