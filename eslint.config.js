import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Each room, and the rooms it must not know. `text <- lesson <- engine <- {kernel <- stage, report, record, progress, tui, elsewhere} <- cli`. */
const forbidden = {
	text: ['lesson', 'engine', 'kernel', 'stage', 'report', 'record', 'progress', 'tui', 'elsewhere'],
	'terminal-input': [
		'engine',
		'kernel',
		'stage',
		'report',
		'record',
		'progress',
		'tui',
		'elsewhere',
	],
	lesson: ['engine', 'kernel', 'stage', 'report', 'record', 'progress', 'tui', 'elsewhere'],
	engine: ['kernel', 'stage', 'report', 'record', 'progress', 'tui', 'elsewhere'],
	kernel: ['stage', 'report', 'record', 'progress', 'tui', 'elsewhere'],
	stage: ['report', 'record', 'progress', 'tui', 'elsewhere'],
	report: ['kernel', 'stage', 'record', 'progress', 'tui', 'elsewhere'],
	record: ['kernel', 'stage', 'report', 'progress', 'tui', 'elsewhere'],
	progress: ['kernel', 'stage', 'report', 'record', 'tui', 'elsewhere'],
	elsewhere: ['kernel', 'stage', 'record', 'progress', 'tui'],
	tui: ['kernel', 'stage', 'record', 'progress', 'elsewhere'],
};

const layerRules = Object.entries(forbidden).map(([room, rooms]) => ({
	files: [`src/${room}/**/*.{ts,tsx}`],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				paths: room === 'tui' ? [] : ['ink', 'react', 'ink-spinner'],
				patterns: rooms.map((other) => ({
					group: [`../${other}/**`, `../../${other}/**`, `../../../${other}/**`],
					message: `src/${room} must not know src/${other}; see CONTRIBUTING.md.`,
				})),
			},
		],
	},
}));

export default tseslint.config(
	{ ignores: ['dist', 'node_modules', 'coverage'] },
	{
		files: ['**/*.{ts,tsx}'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		},
	},
	{ files: ['src/tui/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
	...layerRules,
	prettier,
);
