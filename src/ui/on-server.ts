import {isServer} from 'lit';

/** Whether a server renders. Lit knows, but its type says never. */
export const onServer: boolean = isServer;
