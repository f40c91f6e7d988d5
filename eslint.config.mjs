import tseslint from 'typescript-eslint';

const clock = 'Time comes in by the door: take the Clock of platform/clock.ts.';

/** Of whom nothing is said, of everybody. */
const bareQuery = (whose = '') => ({
  selector: `CallExpression${whose && `[callee.object.name='${whose}']`}[callee.property.name='query']`,
  message: 'What query() answers has no type: take rows(), row() or execute() of Tx.',
});

const byTheDoor = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
  { selector: "CallExpression[callee.object.name='DateTime'][callee.property.name='now']", message: clock },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness comes in by the door: take Randomness of platform/randomness.ts.',
  },
];

const stack =
  'Arguments lie on the stack, which a long list fills: take append, largest or smallest of platform/lists.ts.';

const spreadOut = [
  { selector: 'CallExpression[callee.property.name=/^(push|unshift)$/] > SpreadElement', message: stack },
  { selector: "CallExpression[callee.object.name='Math'] > SpreadElement", message: stack },
];

export default tseslint.config(
  { ignores: ['dist', 'var', 'node_modules', 'src/platform/pages/assets'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.mjs', '*.cjs', 'test/*.cjs', 'src/platform/{docx,pdf}/*.cjs'],
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 12,
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/explicit-member-accessibility': 'off',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/platform/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...byTheDoor, ...spreadOut, bareQuery()] },
  },
  {
    files: ['src/platform/{database,backups}/**'],
    rules: { 'no-restricted-syntax': ['error', ...byTheDoor, ...spreadOut] },
  },
  { files: ['test/**', 'demo/**', 'bench/**'], rules: { 'no-restricted-syntax': ['error', bareQuery('tx')] } },
);
