/**
 * Returns the files and directories that a program makes, changes or removes.
 * @param words The words of the command, from the program's name on.
 */
export function writtenPaths(words: readonly string[]): readonly string[] {
	const [program = '', ...options] = words;
	const operands = options.filter((word) => !/^-./.test(word));
	if (allOperands.has(program)) {
		return operands;
	}
	if (lastOperand.has(program)) {
		return targetDirectory(options) ?? operands.slice(-1);
	}
	if (program === 'chmod' || program === 'chown') {
		return operands.slice(1);
	}
	if (program === 'dd') {
		return operands.flatMap((word) => /^of=(.*)/.exec(word)?.slice(1) ?? []);
	}
	return [];
}

/** The programs that change all their operands; mv(1) is one because it takes them away. */
const allOperands = new Set(['mkdir', 'mv', 'rm', 'rmdir', 'tee', 'touch', 'truncate', 'unlink']);
const lastOperand = new Set(['cp', 'install', 'ln']);

/** Returns the directory of `-t DIRECTORY` or `--target-directory=DIRECTORY`; see cp(1). */
function targetDirectory(options: readonly string[]): readonly string[] | undefined {
	const long = options.find((word) => word.startsWith('--target-directory='));
	if (long) {
		return [long.replace('--target-directory=', '')];
	}
	const short = options.indexOf('-t');
	return short === -1 ? undefined : options.slice(short + 1, short + 2);
}
