import { capabilityNames } from '../../lesson/capability.ts';
import { type Expectation, type ExpectationKind, shownSentence } from '../../lesson/expectation.ts';
import { namespaceLinks } from '../../lesson/namespace-kind.ts';
import { nameFacts } from './comment.ts';
import { killedOf, refusedOf, throttledOf } from './facts.ts';
import { canFill, fillWord } from './fill.ts';
import { command, quote } from './quote.ts';

/**
 * The shell that stands before the commands of a step, and after them, for one expectation; either
 * may be empty.
 */
export type Expecting = { readonly before: string; readonly after: string };

/**
 * Returns the shell for an expectation. Exit codes are checked by `run`. What has no simple test is
 * left to the reader.
 */
export function expecting(expectation: Expectation): Expecting {
	if (expectation.kind === 'exit') {
		return { before: '', after: '' };
	}

	const sentence = nameFacts(shownSentence(expectation));
	return canFill(expectation.text) && hasTest(expectation)
		? { before: before(expectation), after: expect(sentence, testOf(expectation)) }
		: { before: '', after: `# To be seen: ${sentence}` };
}

/**
 * Whether an expectation can be tested in shell: its pattern must mean the same to grep(1) as to
 * JavaScript, so it has no `\d`, no `(?…)`, and nothing but greedy quantifiers.
 */
function hasTest(expectation: ExpectationKind): boolean {
	return !(
		expectation.kind === 'output' &&
		expectation.test === 'matches' &&
		/\\\w|\(\?|[*+?}]\?/.test(expectation.value)
	);
}

/** Returns the shell that looks, before the commands, at what they are said to change or to end. */
function before(expectation: ExpectationKind): string {
	switch (expectation.kind) {
		case 'process': {
			const { command: name, state } = expectation;
			return state === 'runs'
				? ''
				: expect(`before, process ${name} runs`, `is_running ${fillWord(name)}`);
		}

		case 'group-throttled':
			return `throttled=$(${throttledOf(expectation.group)})`;
		case 'group-refused':
			return `refused=$(${refusedOf(expectation.group)})`;
		case 'group-killed':
			return `killed=$(${killedOf(expectation.group)})`;
		default:
			return '';
	}
}

function expect(sentence: string, test: string): string {
	return command(`expect ${quote(sentence)}`, test);
}

/** Returns a command that succeeds where the expectation holds. */
function testOf(expectation: Exclude<ExpectationKind, { kind: 'exit' }>): string {
	switch (expectation.kind) {
		case 'output':
			return `output_${expectation.test} ${fillWord(expectation.value)}`;
		case 'process':
			return unless(expectation.state === 'gone', `is_running ${fillWord(expectation.command)}`);
		case 'sees':
			return seesTest(expectation.terminal, expectation.command, expectation.sees);
		case 'namespace': {
			const { name, own, command: process } = expectation;
			return `${own ? 'has_own' : 'shares_with_host'} ${namespaceLinks[name]} ${fillWord(process)}`;
		}

		case 'same-namespace': {
			const { name, command: process, other, same } = expectation;
			return `${same ? 'share' : 'differ'} ${namespaceLinks[name]} ${fillWord(process)} ${fillWord(other)}`;
		}

		case 'inside-pid':
			return `equals ${fillWord(expectation.pid)} inside_pid_of ${fillWord(expectation.command)}`;
		case 'root':
			return `has_root ${fillWord(expectation.command)} ${fillWord(expectation.path)}`;
		case 'catches': {
			const { who, command: name, signal, catches } = expectation;
			const test = `catches ${signal} ${who === 'itself' ? 'pid_of' : 'init_of'} ${fillWord(name)}`;
			return unless(!catches, test);
		}

		case 'capability': {
			const bit = capabilityNames.findIndex((name) => name === expectation.capability);
			const call = expectation.has ? 'has_capability' : 'lacks_capability';
			return `${call} ${fillWord(expectation.command)} ${bit}`;
		}

		case 'no-new-privileges':
			return `may_gain_nothing ${fillWord(expectation.command)}`;
		case 'network': {
			const { what, value, command: process } = expectation;
			return `${networkTests[what]} ${fillWord(process)} ${quote(value)}`;
		}

		case 'old-root': {
			const test = expectation.kept ? 'keeps_old_root' : 'has_lost_old_root';
			return `${test} ${fillWord(expectation.command)}`;
		}

		case 'sends':
			return `sends_at_most ${fillWord(expectation.command)} ${bytes(expectation.most)}`;
		case 'file':
			return unless(!expectation.exists, `test -e ${fillWord(expectation.path)}`);
		case 'directory':
			return `is_directory ${fillWord(expectation.path)}`;
		case 'mount':
			return unless(!expectation.exists, `is_mounted ${fillWord(expectation.path)}`);
		case 'group':
			return unless(!expectation.exists, `is_group ${expectation.group}`);
		case 'group-holds':
			return `group_holds ${expectation.group} ${fillWord(expectation.command)}`;
		case 'group-cores':
			return `equals ${fillWord(expectation.cores)} cores_of ${expectation.group}`;
		case 'group-memory':
			return `equals ${bytes(expectation.memory)} memory_of ${expectation.group}`;
		case 'group-processes':
			return `equals ${fillWord(expectation.processes)} processes_of ${expectation.group}`;
		case 'group-refused':
			return unless(!expectation.refused, `exceeds "$refused" ${refusedOf(expectation.group)}`);
		case 'group-throttled':
			return unless(
				!expectation.throttled,
				`exceeds "$throttled" ${throttledOf(expectation.group)}`,
			);
		case 'group-killed':
			return unless(!expectation.killed, `exceeds "$killed" ${killedOf(expectation.group)}`);
	}
}

const networkTests = {
	device: 'has_device',
	address: 'has_address',
	gateway: 'has_gateway',
	neighbour: 'has_heard_from',
};

function seesTest(terminal: string, command: string | undefined, sees: boolean): string {
	return command === undefined
		? unless(!sees, `sees_host ${terminal}`)
		: `${sees ? 'sees_process' : 'misses_process'} ${terminal} ${fillWord(command)}`;
}

function bytes(memory: string): string {
	return memory === 'all' ? memory : `"$(numfmt --from=iec ${fillWord(memory)})"`;
}

function unless(isOpposite: boolean, test: string): string {
	return isOpposite ? `is_not ${test}` : test;
}
