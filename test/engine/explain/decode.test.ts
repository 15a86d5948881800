import { expect, test } from '@jest/globals';
import { decode, recognise } from '../../../src/engine/explain/decode.ts';
import { readings } from '../../../src/engine/explain/decode/readings.ts';
import { withMeaning } from '../../../src/engine/explain/with-meaning.ts';
import { machineWith } from '../fixtures/lessons.ts';
import { said } from '../fixtures/said.ts';

const v1 = machineWith('stage', 'chroot', 'mount', 'pid-namespace', 'limits', 'cgroup-v1');
const v2 = machineWith('stage', 'chroot', 'mount', 'pid-namespace', 'limits', 'cgroup-v2');

function commandOf({ typed = 'command', exit = 1, says = '' }: Partial<(typeof said)[number]>) {
	return { source: typed, text: typed, exit, output: `${says}\n`, stopped: undefined } as const;
}

test.each(said)('$typed: $says', (row) => {
	expect(decode(commandOf(row), v2)).toMatch(row.means);
});

test('every reading is reached by a message that is known, so that none hides another', () => {
	const reached = new Set(said.map((row) => recognise(commandOf(row))?.reading));
	expect(readings.filter((reading) => !reached.has(reading))).toEqual([]);
});

test('where the machine lacks what a command takes, that is the cause, with what helps', () => {
	const command = commandOf({ says: 'unshare: unshare failed: Operation not permitted' });
	expect(decode(command, machineWith('stage'))).toBe('No pid-namespace here. Get pid-namespace.');
	expect(decode(command, v1)).toMatch(/^Only root may make this namespace/);
});

test('the names of files are those of the cgroups that this machine has', () => {
	const command = commandOf({ says: 'Cgroup, requested group parameter does not exist' });
	expect(decode(command, v1)).toMatch(/has cgroup v1, the names are `cpu\.cfs_quota_us`/);
	expect(decode(command, v2)).toMatch(/has cgroup v2, the names are `cpu\.max`/);
});

test('what is not known is not guessed', () => {
	expect(decode(commandOf({ exit: 1, says: 'frobnicate: no frobs' }), v1)).toBeUndefined();
	expect(decode(commandOf({ exit: 0 }), v1)).toBeUndefined();
});

test('an exit code tells nothing of a command that was interrupted, its words do', () => {
	const interrupted = (says: string) =>
		({ ...commandOf({ exit: 137, says }), stopped: 'limit' }) as const;
	expect(decode(interrupted('Killed'), v1)).toBeUndefined();
	expect(decode(interrupted('bash: fork: retry: Resource temporarily unavailable'), v1)).toMatch(
		/pids\.max/,
	);
});

test('a reason is followed by what it means, and stays as it is where that is not known', () => {
	const failed = commandOf({ exit: 137, says: 'Killed' });
	const unknown = commandOf({ exit: 3 });
	expect(withMeaning('It failed.', [unknown, failed, unknown], v1)).toMatch(
		/^It failed\. This usually means: It was killed by SIGKILL/,
	);
	expect(withMeaning('It failed.', [unknown], v1)).toBe('It failed.');
	expect(withMeaning(undefined, [failed], v1)).toBeUndefined();
	expect(withMeaning('You stopped it.', [{ ...failed, stopped: 'learner' }], v1)).toBe(
		'You stopped it.',
	);
});

test.each(readings)(
	'$says $exit $typed: is recognised by something, and told in sentences',
	(reading) => {
		const { says, exit, typed, means } = reading;
		expect([says, exit, typed].some((mark) => mark !== undefined)).toBe(true);
		expect(typeof means === 'string' ? means : means(v1.provides)).toMatch(/^\S.{30,}\.$/);
	},
);
