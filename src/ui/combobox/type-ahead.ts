/** A pause that starts a new search, in ms. */
const PAUSE = 500;

/** Collects what is typed into a box without a text field: letters refine, the same letter again goes to the next match. */
export class TypeAhead {
  #text = '';
  #time = -Infinity;

  /** Whether a search is going on, in which a space is a letter like others. */
  isActive(time: DOMHighResTimeStamp): boolean {
    return time - this.#time < PAUSE;
  }

  /**
   * @param time of the key event
   * @returns what to look for, and whether the current option may stay
   */
  add(
    letter: string,
    time: DOMHighResTimeStamp,
  ): {readonly text: string; readonly refines: boolean} {
    this.#text = this.isActive(time) ? this.#text + letter : letter;
    this.#time = time;
    const repeats = this.#text.replaceAll(letter, '') === '';
    return repeats ? {text: letter, refines: false} : {text: this.#text, refines: true};
  }
}
