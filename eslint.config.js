import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const sdkAtRunTime = {
  name: '@useparagon/connect',
  message: 'Importing the SDK has side effects: only src/core/load-sdk.ts does it, lazily.',
};

export default defineConfig(
  globalIgnores(['dist/', 'demo/dist/', 'coverage/', 'test/types/frameworks/']),
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'demo/**/*.ts', '*.ts'],
    extends: [tseslint.configs.strictTypeChecked, wc['flat/best-practice']],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    settings: {wc: {elementBaseClasses: ['LitElement', 'HydratableElement', 'SessionElement']}},
    rules: {
      'wc/file-name-matches-element': 'off',
      'wc/guard-super-call': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
    },
  },
  {
    files: ['src/ui/**/*.ts', 'src/elements/**/*.ts', 'test/**/*.ts', 'demo/**/*.ts'],
    extends: [lit['flat/all'], litA11y.configs.recommended],
    settings: {litHtmlSources: true},
    rules: {
      // Lit keeps one listener and swaps what it calls, so a closure for an item of a list costs nothing.
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      // WebKit drops the list role of a list without markers.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression) > Literal.source[value=/^\\.(?!.*\\.js$)/]',
          message: 'Browsers and Node resolve the published files as they are named: end in ".js".',
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [sdkAtRunTime],
          patterns: [
            {group: ['lit', 'lit/*', '@lit/*'], message: 'Core knows nothing of Lit.'},
            {
              group: ['**/ui/**', '**/i18n/**', '**/elements/**'],
              message: 'Core imports core only.',
            },
          ],
        },
      ],
    },
  },
  {files: ['src/core/load-sdk.ts'], rules: {'no-restricted-imports': 'off'}},
  {
    files: ['src/ui/**/*.ts', 'src/i18n/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [sdkAtRunTime],
          patterns: [
            {group: ['**/elements/**'], message: 'The ui ring does not know the elements.'},
            {
              group: ['**/core/**', '!**/core/util', '!**/core/util/**'],
              allowTypeImports: true,
              message: 'The ui ring takes types of core only, and its utilities.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    rules: {'no-restricted-imports': ['error', {paths: [sdkAtRunTime]}]},
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        AbortSignal: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: ['demo/ssr/**/*.js'],
    languageOptions: {globals: {customElements: 'readonly', document: 'readonly'}},
  },
  {
    // Apps with their own dependencies, which are installed only where they are tested: their builds check their types.
    files: ['demo/frameworks/**/*.{ts,tsx}', 'test/frameworks/interop/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict, tseslint.configs.disableTypeChecked],
    languageOptions: {parserOptions: {projectService: false}},
    rules: {'@typescript-eslint/no-non-null-assertion': 'off'},
  },
  {
    files: ['demo/frameworks/html/*.js', 'test/frameworks/interop/html/*.js'],
    languageOptions: {globals: {document: 'readonly', module: 'readonly', window: 'readonly'}},
  },
);
