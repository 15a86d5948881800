import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** @typedef {Readonly<Record<string, readonly string[]>>} Rooms each with the rooms that it may know */

/**
 * The rooms of src/. CONTRIBUTING.md says what each is for.
 * @type {Rooms}
 */
const rooms = {
	text: [],
	schema: [],
	'terminal-input': [],
	lesson: ['text', 'schema'],
	engine: ['text', 'lesson'],
	kernel: ['text', 'lesson', 'engine'],
	machine: ['text', 'lesson', 'engine', 'kernel'],
	stage: ['text', 'schema', 'lesson', 'engine', 'kernel', 'machine'],
	record: ['text', 'schema', 'lesson', 'engine'],
	progress: ['text', 'schema', 'lesson'],
	report: ['text', 'lesson', 'engine'],
	tui: ['text', 'terminal-input', 'lesson', 'engine', 'report'],
	'command-line': ['text', 'terminal-input'],
	'without-linux': ['text', 'lesson', 'engine', 'report', 'command-line'],
};

/**
 * The rooms within the engine.
 * @type {Rooms}
 */
const engineRooms = {
	words: [],
	judge: ['words'],
	explain: ['words'],
	run: ['words', 'judge', 'explain'],
};

const onlyTheScreen = ['ink', 'react', 'ink-spinner'];

/**
 * @param {Rooms} table
 * @param {string} parent the directory that they are in
 * @param {readonly string[]} all that are in it
 * @returns {import('eslint').Linter.Config[]}
 */
function layers(table, parent, all) {
	return Object.entries(table).map(([room, allowed]) => {
		const others = all.filter((other) => other !== room && !allowed.includes(other));
		return {
			files: [`${parent}/${room}/**/*.{ts,tsx}`],
			rules: {
				'no-restricted-imports': [
					'error',
					{
						paths: room === 'tui' ? [] : onlyTheScreen,
						patterns: [
							...forbid(others, parent),
							...(parent === 'src' ? [] : forbid(forbiddenTo('engine'), 'src')),
						],
					},
				],
			},
		};
	});
}

/**
 * @param {readonly string[]} others
 * @param {string} parent the directory that they are in
 */
function forbid(others, parent) {
	return others.map((other) => ({
		group: [`../${other}/**`, `../../${other}/**`, `../../../${other}/**`],
		message: `This room must not know ${parent}/${other}; see CONTRIBUTING.md.`,
	}));
}

const allRooms = [...Object.keys(rooms), 'commands'];

/** @param {string} room */
function forbiddenTo(room) {
	return allRooms.filter((other) => other !== room && !rooms[room]?.includes(other));
}

export default defineConfig(
	{ ignores: ['dist', 'node_modules', 'coverage'] },
	{
		plugins: { 'import-x': importX },
		settings: {
			'import-x/resolver-next': [createNodeResolver()],
			'import-x/extensions': ['.ts', '.mts', '.tsx', '.js'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.mts', '.tsx'] },
		},
		rules: { 'import-x/no-cycle': 'error' },
	},
	{
		files: ['**/*.{js,ts,mts,tsx}'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		},
	},
	{ files: ['src/tui/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
	...layers(rooms, 'src', allRooms),
	...layers(engineRooms, 'src/engine', Object.keys(engineRooms)),
	{
		files: ['src/kernel/**/*.ts'],
		ignores: ['src/kernel/port/this-machine.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					paths: ['node:fs', 'node:fs/promises', 'node:child_process'].map((name) => ({
						name,
						message: 'The kernel is read through KernelFiles; see src/kernel/port.',
					})),
				},
			],
			'no-restricted-globals': [
				'error',
				{ name: 'process', message: 'Of this process, KernelFiles tells; see src/kernel/port.' },
			],
		},
	},
	prettier,
	// What prettier's configuration turns off, though it does not write braces.
	{ rules: { curly: 'error' } },
);
