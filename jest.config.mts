import { patternsOf, projects } from './test/projects.ts';

// Frames must not depend on the shell that starts the tests.
process.env['FORCE_COLOR'] = '1';
delete process.env['NO_COLOR'];
delete process.env['CI'];

const common = {
	// Not in /tmp, of which some tests have their own.
	cacheDirectory: '<rootDir>/node_modules/.cache/jest',
	// Nothing else is imported by its place, so that Jest need not look through the rest.
	roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/scripts'],
	testEnvironment: './scripts/run/jest-environment.js',
	extensionsToTreatAsEsm: ['.ts', '.tsx', '.sh'],
	transform: { '\\.(tsx?|sh)$': './scripts/run/jest-transform.js' },
	collectCoverageFrom: ['src/**/*.{ts,tsx}'],
};

/** Not where programs are started: npm does less where it finds this. */
const pure = { setupFiles: ['./test/helpers/as-published.ts'] };

/** Jest calls the set-up once, and only where one of the projects that name it has a test to run. */
const machine = {
	testEnvironment: './test/helpers/failure-environment.mts',
	globalSetup: './test/helpers/set-up.mts',
	globalTeardown: './test/helpers/tear-down.mts',
};

export default {
	projects: projects.map((name) => ({
		...common,
		...(name === 'pure' ? pure : machine),
		displayName: name,
		testMatch: patternsOf(name),
	})),
	// The inventories of the machine that some tests take must not see the others. The pure ones, which take
	// none, are run by scripts/test.ts and scripts/unit.ts on all processors.
	maxWorkers: 1,
	// Many start real programs, on a machine that is busy with emulating others. Jest knows no such time of a project.
	testTimeout: 90_000,
	coverageProvider: 'v8',
};
