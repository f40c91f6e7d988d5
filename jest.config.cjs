const { programs } = require('./test/programs.cjs');
const typescript = require('./test/typescript.cjs');

const found = programs();

/** @type {import('jest').Config} */
module.exports = {
  // The service and its packages are loaded once a worker, each spec file anew.
  testEnvironment: '<rootDir>/test/one-realm.cjs',
  runtime: '<rootDir>/test/loads-once.cjs',
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.spec.{ts,tsx}'],
  // What needs a browser is no part of the suite where none runs; test/cluster says so.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', ...(found.chromium ? [] : ['<rootDir>/test/browser/'])],
  globals: { programs: found },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
  watchman: false,
  maxWorkers: 2,
  // What a spec file leaves behind makes the collector slower from file to file.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/cluster/start.ts',
  globalTeardown: '<rootDir>/test/cluster/stop.ts',
  transform: { '^.+\\.[jt]sx?$': ['@swc/jest', typescript] },
};
