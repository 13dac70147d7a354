import {isPrintable, type Key} from './keyboard.js';

/** A pause that starts a new search, in ms. */
const PAUSE = 500;

/** Collects what is typed into a box without a text field: letters refine, the same letter again goes to the next match. */
export class TypeAhead {
  #text = '';
  #time = -Infinity;

  /** Whether a search is going on. */
  isActive(time: DOMHighResTimeStamp): boolean {
    return time - this.#time < PAUSE;
  }

  /** Whether a key is part of a search: any letter, and within a search the space as well. */
  takes(key: Key & {readonly timeStamp: DOMHighResTimeStamp}): boolean {
    return isPrintable(key) && (key.key !== ' ' || this.isActive(key.timeStamp));
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
