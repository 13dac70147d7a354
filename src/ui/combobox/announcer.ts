/** Says what a list has become, once it has come to rest, through a status region that its owner renders. */
export class Announcer {
  readonly #say: (words: string) => void;
  #words: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (words: string) => void) {
    this.#say = say;
  }

  /** Whether nothing was announced since the last stop. */
  get isFresh(): boolean {
    return this.#words === undefined;
  }

  /** Announces words after a delay in ms, unless others come up before. The same words again are no news. */
  later(words: string, delay: number): void {
    if (words === this.#words) return;
    this.skip(words);
    this.#timer = setTimeout(() => this.#say(words), delay);
  }

  /** Takes words for known without announcing them. */
  skip(words: string): void {
    this.stop();
    this.#words = words;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#words = undefined;
  }
}
