import type {ConnectedAccount} from '../../core/accounts/connected-account.js';

/** Puts accounts that do not work first, once: a row that stands somewhere stays there until accounts come or go. */
export class SteadyOrder {
  #ids: readonly string[] = [];

  of(accounts: readonly ConnectedAccount[]): readonly ConnectedAccount[] {
    const known = new Map(this.#ids.map((id, index) => [id, index]));
    const isSame = accounts.length === known.size && accounts.every(({id}) => known.has(id));
    const rank = isSame ? ({id}: ConnectedAccount) => known.get(id) ?? 0 : urgency;
    const ordered = accounts.toSorted((a, b) => rank(a) - rank(b));
    this.#ids = ordered.map(({id}) => id);
    return ordered;
  }
}

const urgency = ({status}: ConnectedAccount): number => (status === 'invalid' ? 0 : 1);
