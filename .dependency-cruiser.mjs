/** Who may import whom, types included: see CONTRIBUTING.md. Part of `npm run lint`. */
const features = '^src/core/(accounts|options|settings|install|mapping)/';

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Move what both need to a file that knows neither, or declare an interface where it is used.',
      severity: 'error',
      from: {},
      to: {circular: true},
    },
    {
      name: 'core-imports-core',
      comment: 'Core is plain TypeScript that runs in Node.',
      severity: 'error',
      from: {path: '^src/core/'},
      to: {path: '.', pathNot: ['^src/core/', '@useparagon/connect']},
    },
    {
      name: 'ports-not-session',
      comment:
        'A feature imports the ports that it needs; compose.ts alone joins them with the session.',
      severity: 'error',
      from: {path: features},
      to: {path: '^src/core/(session/(?!ports|snapshot)|compose)'},
    },
    {
      name: 'session-without-features',
      comment: 'The session knows accounts as data, and no feature.',
      severity: 'error',
      from: {path: '^src/core/session/'},
      to: {
        path: [features, '^src/core/compose'],
        pathNot: '^src/core/accounts/(connected-account|credential-account|configurations)',
      },
    },
    {
      name: 'util-below-everything',
      comment: 'What everybody may use knows nobody but errors.',
      severity: 'error',
      from: {path: '^src/core/util/'},
      to: {path: '^src/', pathNot: '^src/core/(util/|errors|answers|environment|sdk)'},
    },
    {
      name: 'ui-takes-types-of-core',
      comment: 'At run time the ui ring takes core/util only.',
      severity: 'error',
      from: {path: '^src/(ui|i18n)/'},
      to: {path: '^src/core/', pathNot: '^src/core/util/', dependencyTypesNot: ['type-only']},
    },
    {
      name: 'ui-below-elements',
      severity: 'error',
      from: {path: '^src/(ui|i18n)/'},
      to: {path: '^src/(elements|react)/'},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    doNotFollow: {path: 'node_modules'},
  },
};
