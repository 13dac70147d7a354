/** What a framework needs beside the kit. */
export interface PolicyNeeds {
  /** Names of its own Trusted Types policies; absent where it has none and needs none. */
  readonly trustedTypes?: readonly string[];
  /** False where it gives strings to `innerHTML`. */
  readonly isTrusted?: boolean;
  /** Whether its pages name their base address themselves. */
  readonly hasBase?: boolean;
  /** Where scripts come from beside the app's own address. */
  readonly scripts?: readonly string[];
}

const SERVICE = 'https://*.useparagon.com';

/** The content security policy that an app can have: nothing inline, nothing unsafe. */
export function policyOf({
  trustedTypes = [],
  isTrusted = true,
  hasBase = false,
  scripts = [],
}: PolicyNeeds): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self'",
    `img-src 'self' data: ${SERVICE}`,
    `connect-src 'self' ${SERVICE}`,
    `frame-src ${SERVICE}`,
    `base-uri ${hasBase ? "'self'" : "'none'"}`,
    "form-action 'none'",
    ...(isTrusted
      ? [
          "require-trusted-types-for 'script'",
          ['trusted-types lit-html', ...trustedTypes].join(' '),
        ]
      : []),
  ].join('; ');
}
