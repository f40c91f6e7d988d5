const { programs } = require('./test/programs.cjs');

const found = programs();
/** Published as ES modules alone, which Jest does not read as such on every Node. */
const esModules = ['openid-client', 'oauth4webapi', 'jose', 'oidc-provider'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.spec.{ts,tsx}'],
  // What needs a browser is no part of the suite where none runs; test/cluster says so.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', ...(found.chromium ? [] : ['<rootDir>/test/browser/'])],
  globals: { programs: found },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
  watchman: false,
  maxWorkers: 2,
  // Each spec file loads the service anew, and what is left behind makes the collector slower from file to file.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/cluster/start.ts',
  globalTeardown: '<rootDir>/test/cluster/stop.ts',
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
        },
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
};
