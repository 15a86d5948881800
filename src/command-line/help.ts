import {
	type CommandName,
	commands,
	commonOptions,
	type OptionName,
	options,
	walkthroughOptions,
} from './commands.ts';

const program = 'containers-under-the-hood';

/** Returns what `--help` prints, with its last newline. */
export function helpText(): string {
	return [
		'Build a container by hand, on your own kernel, one real command at a time.',
		'',
		`Usage: ${program} [COMMAND] [OPTION…]`,
		'Without a command, the walkthrough opens where you left it.',
		'',
		'Commands',
		...columns(commandNames.map((name) => [usageOf(name), commands[name].help])),
		'',
		'Options',
		...columns(optionNames.map((name) => [spelling(name), options[name].help + ownersOf(name)])),
		'',
		'Exit codes',
		...columns([
			['0', 'all went well; steps that cannot run here are skipped, with the reason'],
			['1', 'a step failed, or the program cannot run here'],
			['2', 'the command line or a lesson is wrong'],
			['130', 'ended by Ctrl-C; 143 and 129 by SIGTERM and SIGHUP'],
		]),
		'',
	].join('\n');
}

const commandNames = Object.keys(commands) as CommandName[];
const optionNames = Object.keys(options) as OptionName[];

function usageOf(name: CommandName): string {
	return `${name} ${commands[name].operands}`.trimEnd();
}

function spelling(name: OptionName): string {
	return `--${name} ${options[name].value ?? ''}`.trimEnd();
}

/** Returns the commands of an option that does not go with every one: ` (run, replay)`. */
function ownersOf(name: OptionName): string {
	if ((commonOptions as readonly OptionName[]).includes(name)) {
		return '';
	}
	const owners = commandNames.filter((command) =>
		(commands[command].options as readonly OptionName[]).includes(name),
	);
	const isForAll = (walkthroughOptions as readonly OptionName[]).includes(name);
	return ` (${[...(isForAll ? ['walkthrough'] : []), ...owners].join(', ')})`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(...rows.map(([left]) => left.length)) + 2;
	return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}
