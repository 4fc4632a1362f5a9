/** Whoever types while the page is drawn anew goes on in the same field. */
export function keepFocus(place) {
  const typing = document.activeElement?.closest('.act-form') && document.activeElement;
  if (typing instanceof HTMLElement && typing.id) {
    const { id } = typing;
    queueMicrotask(() => document.activeElement === document.body && /** @type {HTMLElement | null} */ (place.querySelector(`#${id}`))?.focus({ preventScroll: true }));
  }
}
