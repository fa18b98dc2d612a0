// One runner for rules, servers and browsers. Postgres starts once; each file that asks gets a database of its own.
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: false, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
    }],
  },
  // .mts: Jest would turn .ts into CommonJS here, where the migrations could not be imported. Node strips the types.
  globalSetup: '<rootDir>/test/support/global-setup.mts',
  globalTeardown: '<rootDir>/test/support/global-teardown.mts',
  setupFilesAfterEnv: ['<rootDir>/test/support/each-file.ts'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
