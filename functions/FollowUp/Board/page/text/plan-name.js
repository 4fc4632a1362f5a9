import { has, translate } from './i18n.js';

/** A plan by its id; the one that comes with FollowUp by what it is. */
export const planName = id => (has(`plan.title.${id}`) ? translate(`plan.title.${id}`) : id);

/** The same in a sentence or above a page: "Plan quarterly". */
export const planTitle = id => (has(`plan.title.${id}`) ? planName(id) : translate('plan.title', { plan: id }));
