const length = 40; // of an id
const seriesRoom = 4; // "-999": what comes round is numbered behind its id

const cyrillic = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

/** What an id can be made of: the Latin and Cyrillic letters and the digits of a text; nothing where it has none. */
export function slug(text) {
  const latin = [...(text ?? '').toLowerCase()].map(letter => cyrillic[letter] ?? letter).join('').normalize('NFKD').replace(/\p{Mark}/gu, '');
  const words = latin.split(/[^a-z0-9]+/).filter(Boolean);
  let made = '';
  for (const word of words) {
    if (made && made.length + 1 + word.length > length - seriesRoom) {
      break;
    }

    made += (made ? '-' : '') + word;
  }

  return made.slice(0, length - seriesRoom);
}

/** Ids that are made from texts; each is given once. */
export class Ids {
  #taken;
  #areNumbered;

  /**
   * @param {Iterable<string>} [taken]
   * @param {boolean} [areNumbered] what comes round is called by its id and a number, so that nothing else may end so
   */
  constructor(taken = [], areNumbered = false) {
    this.#taken = new Set(taken);
    this.#areNumbered = areNumbered;
  }

  /**
   * @param {string | undefined} wanted typed by somebody who wants it so: it is taken as it is
   * @param {(string | undefined)[]} texts the first that something can be made of
   * @param {string} kind what it is called where nothing can
   */
  give(wanted, texts, kind) {
    const id = wanted?.trim() || this.#free(texts.map(slug).find(Boolean) ?? kind);
    this.#taken.add(id);
    return id;
  }

  #free(made) {
    const base = this.#areNumbered && /^(.+)-[1-9]\d{0,2}$/.test(made) ? `${made}a` : made;
    for (let turn = 0; ; turn++) {
      const id = turn === 0 ? base : `${base}-${letters(turn)}`;
      if (!this.#taken.has(id)) {
        return id;
      }
    }
  }
}

/** 1 is `b`, as the second of its name; 26 is `ba`. */
function letters(number) {
  return (number >= 26 ? letters(Math.floor(number / 26)) : '') + String.fromCharCode(97 + (number % 26));
}
