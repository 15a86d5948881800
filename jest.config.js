// Frames must not depend on the shell that starts the tests.
process.env.FORCE_COLOR = '1';
delete process.env.NO_COLOR;
delete process.env.CI;

export default {
	extensionsToTreatAsEsm: ['.ts', '.tsx', '.sh'],
	transform: { '\\.(tsx?|sh)$': './test/helpers/esbuild-transform.js' },
	testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
	modulePathIgnorePatterns: ['/dist/'],
	globalSetup: './test/helpers/set-up.js',
	globalTeardown: './test/helpers/tear-down.js',
	// The inventories of the machine that some tests take must not see the others.
	maxWorkers: 1,
	// Many start real programs, on a machine that is busy with emulating others.
	testTimeout: 90_000,
	coverageProvider: 'v8',
	collectCoverageFrom: ['src/**/*.{ts,tsx}'],
};
