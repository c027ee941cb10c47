import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import tseslint from 'typescript-eslint';
import wc from 'eslint-plugin-wc';

/**
 * The one direction of imports. A row says which packages a folder may import; a core row, which sibling folders.
 * Anything else fails the build. Reaching into another folder's inside (anything but its index) fails too.
 */
const packageArrows = {
  core: [],
  elements: ['core'],
  'card-bridge': ['core'],
  gateway: ['core'],
  cli: ['core'],
  testkit: ['core'],
};
const coreArrows = {
  identity: [],
  archive: [],
  manifest: [],
  request: ['identity'],
  card: ['identity'],
  passbook: ['identity', 'manifest'],
  gateway: ['identity', 'request', 'card', 'passbook', 'archive', 'manifest'],
};

const forbid = (regex, message) => ({ regex, message });
const packageRule = (allowed) => [
  forbid(
    `^@mhb-kit/(?!(?:${[...allowed, '$'].join('|')})(?:/|$))`,
    `Only ${allowed.map((name) => `@mhb-kit/${name}`).join(', ') || 'no other package'} may be imported here.`,
  ),
  forbid(
    `^(?:\\.\\./)+(?:${Object.keys(packageArrows).join('|')})/(?:src|dist)/`,
    'Import packages by name, through their public entries.',
  ),
];
const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const tests = ['**/*.test.ts', '**/*.spec.ts'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/.data/', '**/node_modules/', 'packages/testkit/data/'] },
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
  ...Object.entries(packageArrows).map(([name, allowed]) =>
    restrict([`packages/${name}/src/**/*.ts`], packageRule(allowed), tests),
  ),
  ...Object.entries(coreArrows).map(([folder, allowed]) =>
    restrict(
      [`packages/core/src/${folder}/**/*.ts`],
      [
        ...packageRule([]),
        forbid(
          `^(?:\\.\\./)+(?:${Object.keys(coreArrows)
            .filter((other) => other !== folder && !allowed.includes(other))
            .join('|')})/`,
          `core/${folder} may import ${allowed.join(', ') || 'no other folder'} and error only.`,
        ),
        forbid(
          `^(?:\\.\\./)+(?:${allowed.join('|') || '$'})/(?!index\\.js$)`,
          "Import another folder's index.js, not its inside.",
        ),
        ...(folder === 'archive' ? [] : [forbid('^node:', 'core runs in browsers: no Node modules.')]),
      ],
      tests,
    ),
  ),
  {
    // What tests and benches run inside a page stands beside what drives it.
    files: ['examples/**/public/**', 'test/bench/**', 'test/e2e/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['examples/viewer-only/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.serviceworker } },
  },
  {
    // Frameworks take types for elements by adding to their own namespaces and interfaces.
    files: ['packages/elements/src/jsx.ts', 'packages/elements/src/vue.ts'],
    rules: {
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: ['test/**', 'examples/**', 'stories/*.mjs', '**/*.config.js', '**/bin/**', 'packages/cli/src/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
