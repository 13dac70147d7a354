/** All that the kit needs: no nonce, no hash, nothing unsafe. The other hosts are the live service's. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https://*.useparagon.com",
  "connect-src 'self' https://*.useparagon.com",
  "frame-src 'self' https://*.useparagon.com",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
] as const;

/** The policy under which every page of the site runs. */
export const policy = POLICY.join('; ');

/** The same, a directive a line. */
export function formattedPolicy(): string {
  return POLICY.map((directive) => `${directive};`).join('\n');
}
