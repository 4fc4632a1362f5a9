import { localizedText, translate } from './i18n.js';

/**
 * What people call a clause of an agreement: as its text does, else by its id.
 * @param {{ clauses?: { id: string, label?: string }[] } | undefined} agreement
 * @param {string} id
 */
export const clauseName = (agreement, id) => agreement?.clauses?.find(clause => clause.id === id)?.label ?? id;

const shown = 60; // characters, so that a list of clauses stays one

/**
 * A clause among others to choose from: what it is called and how it begins.
 * @param {{ id: string, label?: string, text?: Record<string, string> }} clause
 */
export function clauseChoice({ id, label, text }) {
  const words = text ? localizedText(text) : '';
  const beginning = words.length > shown ? `${words.slice(0, shown)}…` : words;
  return [label ?? id, beginning].filter(Boolean).join(translate('text.colon'));
}
