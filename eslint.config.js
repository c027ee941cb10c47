import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import tseslint from 'typescript-eslint';
import wc from 'eslint-plugin-wc';

const forbid = (regex, message) => ({ regex, message });
const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const tests = ['**/*.test.ts', '**/*.spec.ts'];

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/.data/', '**/node_modules/', 'packages/testkit/data/', 'docs/public/live/mhb/'],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'stories/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    ignores: tests,
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    // A longer file usually has more than one purpose. Tables of data may be longer.
    files: ['packages/*/src/**/*.ts'],
    ignores: [...tests, 'packages/core/src/passbook/analytes/*.ts', 'packages/testkit/src/lives/tests.ts'],
    rules: { 'max-lines': ['error', 450] },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y, wc },
    languageOptions: { globals: globals.browser },
    rules: {
      ...litA11y.configs.recommended.rules,
      ...wc.configs.recommended.rules,
      // A strict CSP blocks inline styles, and lit's styleMap writes them on first render.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TemplateElement[value.raw=/\\sstyle=/]',
          message: 'No style attribute: a strict CSP blocks it.',
        },
        { selector: "ImportSpecifier[imported.name='unsafeHTML']", message: 'Never insert HTML.' },
        {
          selector: "ImportSpecifier[imported.name='styleMap']",
          message: 'styleMap writes a style attribute, which a strict CSP blocks.',
        },
      ],
    },
  },
  // The code that judges the views must not use them: facts, rendering, oracle and score may not import the
  // reading of passbooks.
  restrict(
    ['packages/testkit/src/lives.ts', 'packages/testkit/src/lives/**/*.ts'],
    [forbid('^@mhb-kit/core(?:/(?!identity$)|$)', 'The judge of the views must not use what it judges.')],
  ),
  restrict(
    ['packages/core/src/**/*.ts'],
    [forbid('^node:', 'core runs in browsers: no Node modules.')],
    ['packages/core/src/archive/**', ...tests],
  ),
  {
    // Code that tests and benches run inside a page is beside the code that drives it.
    files: ['examples/**/public/**', 'test/bench/**', 'test/e2e/**', 'test/adoption/projects/webforms/*'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['examples/viewer-only/*.js', 'docs/public/live/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.serviceworker } },
  },
  {
    // Frameworks take types for elements by adding to their own namespaces and interfaces.
    files: ['packages/elements/src/frameworks/jsx.ts', 'packages/elements/src/frameworks/vue.ts'],
    rules: {
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    // Empty here: each component adds to it.
    files: ['packages/elements/src/base/component-events.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }] },
  },
  {
    files: [
      'build/**',
      'create/**',
      'docs/**/*.mjs',
      'test/**',
      'examples/**',
      'stories/*.mjs',
      '**/*.config.js',
      '**/bin/**',
      'packages/cli/src/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: [...tests, 'packages/*/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
