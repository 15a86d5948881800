/** What the innermost shell says after a command. */
export type Reached = {
	readonly exit: number;
	/**
	 * The name of that one shell, in a variable that its children do not inherit. It begins with the
	 * shell's `$$`, the number that it has in its own PID namespace, and a point.
	 */
	readonly shell: string;
	/** The shell's `$PWD`. */
	readonly directory: string;
};

/**
 * What finds the end of a command's output: a line typed after the command, whose answer begins
 * with a secret.
 */
export type Marker = {
	/**
	 * The line that is typed after the command, and read by whichever shell is innermost by then. It
	 * has only builtins of any POSIX shell, since a jail may hold nothing else, and no fork, since
	 * none succeeds in a PID namespace without its process 1. `$?` is handed on, so that the next
	 * command can still ask for it. `set -m` (job control) keeps a background job's input as it is:
	 * without it the shell opens /dev/null, which a jail does not have. The trap lets the shell
	 * outlive the Ctrl-C of its job, and ends a loop that the shell runs itself; where there is none,
	 * `break` complains to nobody. The answer is one write, which begins with a control character and
	 * not with a new line, so that it is found also where a background job has just written half a
	 * line.
	 */
	readonly line: string;
	/**
	 * Takes a chunk of output. Returns what of it, and of what was held back before, is the
	 * command's; `reached` is set once the command has ended.
	 */
	read(chunk: string): { readonly output: string; readonly reached: Reached | undefined };
};

/**
 * Creates the marker of a terminal.
 * @param secret The characters by which its answers are told from other output.
 */
export function createMarker(secret: string): Marker {
	const start = `\u0001${secret} `;
	let held = '';
	return {
		line: [
			'__exit=$?',
			': "${__shell:=$$.$RANDOM}"',
			'set -m',
			"trap 'break 999 2>&-' INT",
			`printf '\\001%s %s %s %s\\n' '${secret}' "$__exit" "$__shell" "$PWD"`,
			'__again() { return "$__exit"; }',
			'__again',
		].join('; '),
		read(chunk) {
			held += chunk;
			const at = held.indexOf(start);
			const end = at < 0 ? -1 : held.indexOf('\n', at + start.length);
			if (end >= 0) {
				const output = held.slice(0, at);
				const reached = parseReached(held.slice(at + start.length, end));
				held = held.slice(end + 1);
				return { output, reached };
			}

			const keep = at < 0 ? overlap(held, start) : held.length - at;
			const output = held.slice(0, held.length - keep);
			held = held.slice(held.length - keep);
			return { output, reached: undefined };
		},
	};
}

function parseReached(line: string): Reached {
	const [exit = '', shell = '', ...directory] = line.split(' ');
	return { exit: Number(exit), shell, directory: directory.join(' ') };
}

/** Returns how many characters at the end of `text` may be the beginning of `start`. */
function overlap(text: string, start: string): number {
	for (let length = Math.min(text.length, start.length - 1); length > 0; length--) {
		if (start.startsWith(text.slice(-length))) {
			return length;
		}
	}

	return 0;
}
