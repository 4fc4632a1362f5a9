import { newPersonAddress } from '../people/people-page.js';
import { el } from '../shell/dom.js';
import { unregisteredAddress } from '../shell/rights.js';
import { translate } from '../text/i18n.js';

/** Why a coordinator of the office whom the register does not know is offered nothing, and the way out. */
export function unregistered(item) {
  const address = item.open && unregisteredAddress();
  return address && el('p', { class: 'note unregistered', 'data-key': 'unregistered' },
    translate('acts.unregistered', { address }), ' ', el('a', { href: newPersonAddress }, translate('acts.unregistered.add')));
}
