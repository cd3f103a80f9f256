import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

/** The engine has no clock and no chance of its own: the day and the seed are passed in. */
const impure = [
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take a seeded generator.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The day is passed in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The day is passed in.' },
  { selector: "MemberExpression[object.name='performance']", message: 'The engine has no clock.' },
];

/** What only the module's default export is for: a configuration file, a reporter, a global set-up. */
const exportDefault = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

/** An object spread into another only saves a line; `definedOnly` leaves out what is undefined. */
const spreadObject = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'Write the properties themselves.',
};

/** Rooms that are free of them; the others follow one by one. */
const withoutSpreads = [
  'src/functions/**/*.ts',
  'src/worker/**/*.ts',
  'src/taskpane/{charts,commands,components,views}/**/*.{ts,tsx}',
];
const engineWithoutSpreads = ['src/engine/{allocate,column,entity,ledger,policy,quantity,rule,simulate}/**/*.ts'];

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.cache/', 'test-results/', 'test/fixtures/']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Going through a string by code points is what is meant wherever we spread one.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A name that begins with _ says that leaving it out is the purpose.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      // Numbers and booleans read the same in a template as anywhere; objects and undefined do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      // Files from outside may hold any character: looking for the control ones is the point.
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', exportDefault],
    },
  },
  { files: ['src/engine/**/*.ts'], rules: { 'no-restricted-syntax': ['error', exportDefault, ...impure] } },
  { files: withoutSpreads, rules: { 'no-restricted-syntax': ['error', exportDefault, spreadObject] } },
  {
    files: engineWithoutSpreads,
    rules: { 'no-restricted-syntax': ['error', exportDefault, ...impure, spreadObject] },
  },
  {
    // The module's default export is how vitest takes these, and how a `*.yaml` gives its text.
    files: [
      'vitest.config.ts',
      'scripts/mutants/vitest.config.ts',
      'scripts/tally-reporter.ts',
      'scripts/soak/soak-reporter.ts',
      'test/browser/setup.ts',
      '**/*.d.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // A script at a command line talks to a person through the console.
  { files: ['scripts/**/*.ts'], rules: { 'no-console': 'off' } },
  // CustomFunctions.Error, which Excel wants thrown, is not an Error by its declaration.
  { files: ['src/functions/**/*.ts'], rules: { '@typescript-eslint/only-throw-error': 'off' } },
  {
    files: ['src/taskpane/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest'], a11y.flatConfigs.strict],
  },
  {
    files: ['src/workbook/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'warn',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  { files: ['**/*.{js,cjs}'], languageOptions: { globals: { process: 'readonly', module: 'writable' } } },
);
