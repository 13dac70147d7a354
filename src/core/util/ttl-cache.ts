interface Entry<T> {
  readonly value: T;
  readonly since: number;
}

/** Values that stay for a while: not longer than `ttl` milliseconds, and the least recently used give way to new ones. */
export class TtlCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #capacity: number;
  readonly #ttl: number;
  readonly #now: () => number;

  constructor(capacity: number, ttl: number, now: () => number) {
    this.#capacity = capacity;
    this.#ttl = ttl;
    this.#now = now;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    const age = this.#now() - entry.since;
    // A clock that was set back makes an age negative: nobody knows then how old the value is.
    if (age < 0 || age >= this.#ttl) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, {value, since: this.#now()});
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) break;
      this.#entries.delete(oldest);
    }
  }

  clear(): void {
    this.#entries.clear();
  }
}
