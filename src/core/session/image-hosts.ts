import type {ConnectSdk} from '../sdk.js';
import {isLoopback, parseAddress} from '../util/address.js';

/** The service's own domain, which an installation of one's own has another one of. */
const SERVICE = 'useparagon.com';

/**
 * Whether a picture may be fetched from where it is: its server learns who looks at what. Those of the service, of the page itself and
 * of this machine may, others where the host lists them. What is fetched from nowhere always may.
 * @param hosts names as `cdn.acme.com`, `*.acme.com` with all below it, or `*` for every one
 */
export function isFromListedHost(
  address: string,
  sdk: Pick<ConnectSdk, 'getAssetUrl'>,
  hosts: readonly string[],
): boolean {
  const url = parseAddress(address);
  if (!url || !/^https?:$/.test(url.protocol)) return true;
  const {hostname, origin} = url;
  if (typeof location !== 'undefined' && origin === location.origin) return true;
  if (isLoopback(url)) return true;
  if (isWithin(hostname, serviceDomain(sdk))) return true;
  return hosts.some((host) =>
    host.startsWith('*') ? host === '*' || isBelow(hostname, host.slice(2)) : hostname === host,
  );
}

/** Its dashboard stands below it, wherever the SDK was told that the service is. */
function serviceDomain(sdk: Pick<ConnectSdk, 'getAssetUrl'>): string {
  const {hostname} = parseAddress(sdk.getAssetUrl?.('')) ?? {hostname: ''};
  return hostname.replace(/^dashboard\./, '') || SERVICE;
}

const isBelow = (host: string, domain: string): boolean => host.endsWith(`.${domain}`);
const isWithin = (host: string, domain: string): boolean =>
  host === domain || isBelow(host, domain);
