/** What is open, and how to go elsewhere. */
interface Place {
  readonly integration?: string | undefined;
  /** `?` or `#`, and the name of the parameter. */
  readonly syncUrl?: string | undefined;
  /** Whether the host lets it. */
  go(place: {readonly integration?: string}): boolean;
}

/** Marks the entries of the history that a portal has added: from those, closing goes back. */
const MARK = 'pgElements';

/** Keeps what is open in the address: opening adds an entry to the history, Back closes. */
export class AddressSync {
  readonly #place: Place;
  readonly #listeners = new AbortController();
  /** On the way back to the entry before, since what was open is closed. */
  #isLeaving = false;

  constructor(place: Place) {
    this.#place = place;
    window.addEventListener('popstate', () => this.#onMove(), {signal: this.#listeners.signal});
    // A link leads where it says, whatever the page opens otherwise.
    if (this.#named) this.#onMove();
    else this.write();
  }

  /** Leaves the address as it is: the page of the portal may be another one by now. */
  stop(): void {
    this.#listeners.abort();
  }

  /** Brings the address up to date. */
  write(): void {
    const {integration} = this.#place;
    const named = this.#named;
    if (this.#isLeaving || integration === named) return;
    const state = Object(history.state) as Record<string, unknown>;
    if (integration && !named) {
      history.pushState({...state, [MARK]: true}, '', this.#addressOf(integration));
    } else if (!integration && state[MARK] === true) {
      this.#isLeaving = true;
      history.back();
    } else {
      history.replaceState(history.state, '', this.#addressOf(integration));
    }
  }

  #onMove(): void {
    const named = this.#named;
    if (this.#isLeaving) {
      this.#isLeaving = false;
      this.write();
    } else if (named !== this.#place.integration) {
      if (!this.#place.go(named ? {integration: named} : {})) this.write();
    }
  }

  get #isHash(): boolean {
    return this.#place.syncUrl?.startsWith('#') === true;
  }

  get #parameter(): string {
    return this.#place.syncUrl?.slice(1) ?? '';
  }

  /** The integration that the address names. */
  get #named(): string | undefined {
    const {hash, searchParams} = new URL(location.href);
    const parameters = this.#isHash ? new URLSearchParams(hash.slice(1)) : searchParams;
    return parameters.get(this.#parameter) || undefined;
  }

  #addressOf(integration: string | undefined): string {
    const url = new URL(location.href);
    const parameters = this.#isHash ? new URLSearchParams(url.hash.slice(1)) : url.searchParams;
    if (integration) parameters.set(this.#parameter, integration);
    else parameters.delete(this.#parameter);
    if (this.#isHash) url.hash = String(parameters);
    return url.href;
  }
}
