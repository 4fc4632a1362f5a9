/**
 * Brings an element to what it should show by changing what is different and nothing else: where the focus is, what is typed, which folds
 * are open and how far one has scrolled stay. What has a key is found again wherever it went; `data-own` marks what somebody else keeps.
 * Listeners stay those of the old elements, so that whatever listens needs a key of its own.
 * @param {Element} old
 * @param {Element} fresh is used up
 */
export function morph(old, fresh) {
  adoptAttributes(old, fresh);
  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const found = findLike(at, wanted);
    if (!found) {
      old.insertBefore(wanted, at);
      continue;
    }

    while (at && at !== found) {
      at = removed(at);
    }

    at = found.nextSibling;
    become(found, wanted);
  }

  while (at) {
    at = removed(at);
  }
}

function become(found, wanted) {
  if (!(found instanceof Element)) {
    if (found.nodeValue !== wanted.nodeValue) {
      found.nodeValue = wanted.nodeValue;
    }
  } else if (!found.hasAttribute('data-own')) {
    morph(found, wanted);
  }
}

/** Without a key it is the next one, if it is of the same sort. */
function findLike(from, wanted) {
  const key = keyOf(wanted);
  let at = from;
  while (key && at && keyOf(at) !== key) {
    at = at.nextSibling;
  }

  return at && at.nodeName === wanted.nodeName && keyOf(at) === key ? at : null;
}

const keyOf = node => (node instanceof Element
  ? node.id || node.getAttribute('data-key') || node.getAttribute('data-verb') || node.getAttribute('aria-labelledby') : '');

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** Whether a fold is open is its reader's affair. */
function adoptAttributes(old, fresh) {
  const isKept = name => name === 'open' && old.nodeName === 'DETAILS';
  for (const { name, value } of fresh.attributes) {
    if (!isKept(name) && old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }

  for (const { name } of [...old.attributes]) {
    if (!isKept(name) && !fresh.hasAttribute(name)) {
      old.removeAttribute(name);
    }
  }
}
