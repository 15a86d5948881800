// `npm run lint`: ESLint, Prettier, the compiler, and Knip, at once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { root } from './run/root.js';

// What they remember of the last time goes with the libraries. tsconfig.json says where the compiler has it.
const cache = ['--cache', '--cache-strategy', 'content', '--cache-location'];
const tools = [
	[
		'eslint',
		'.',
		...(process.env['MUST_RUN'] ? [] : [...cache, 'node_modules/.cache/eslint.json']),
	],
	['prettier', '--check', '.', ...cache, 'node_modules/.cache/prettier.json'],
	['tsc'],
	['knip', '--no-progress'],
];

const succeeded = await Promise.all(tools.map((words) => check(words)));
process.exitCode = succeeded.every(Boolean) ? 0 : 1;

/** Says all that a tool has to say once it has ended, so that nothing comes between its lines. */
async function check([tool = '', ...words]: readonly string[]): Promise<boolean> {
	const colour = process.stderr.isTTY ? { FORCE_COLOR: '1' } : {};
	const child = spawn(`node_modules/.bin/${tool}`, words, {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...colour },
	});
	const [said, complained, exit] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'exit'),
	]);
	const [status] = exit as [number | null];
	const outcome = status === 0 ? 'passed' : 'failed';
	process.stderr.write(`${tool} ${outcome}\n${status === 0 ? '' : said + complained}`);
	return status === 0;
}
