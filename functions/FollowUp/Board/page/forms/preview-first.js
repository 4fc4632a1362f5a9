import { el } from '../shell/dom.js';
import { faultsIn } from './faults-in.js';
import { clearFaults, showFaults } from './faults.js';
import { part } from './find.js';
import { sayAfter } from './saved.js';

/**
 * A form whose act is looked at first: what would come of it stands in `place`, with the button that does it, which sends the token of
 * what was shown.
 * @param {{
 *   form: () => HTMLElement, place: HTMLElement, people: any, draft: { forget: () => void },
 *   send: (token: string | null) => Promise<any>, show: (seen: any) => any, button: (seen: any) => string | null, saved: string,
 *   onForm?: (pointer: string) => string,
 * }} form `button` says what the button is called, or null where there is nothing to do
 * @returns {() => Promise<void>} looks
 */
export function previewFirst({ form, place, people, draft, send, show, button, saved, onForm = pointer => pointer }) {
  const apply = token => attempt(async () => {
    await send(token);
    draft.forget();
    sayAfter(saved);
    dispatchEvent(new Event('readagain'));
  });

  async function attempt(act) {
    clearFaults(form());
    try {
      await act();
    } catch (failure) {
      showFaults(form(), faultsIn(failure).map(fault => ({ ...fault, pointer: onForm(fault.pointer) })), { people });
    }
  }

  return () => attempt(async () => {
    const seen = await send(null);
    const shown = await show(seen);
    const named = button(seen);
    place.replaceChildren(shown, named
      ? el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act', click: () => apply(seen.preview) }, named)) : '');
    part(place, 'h3').focus();
  });
}
