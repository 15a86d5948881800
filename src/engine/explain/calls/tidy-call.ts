import type { SystemCall } from '../../words/system-call.ts';

/**
 * Returns a call without what tells a reader nothing: addresses, the directory that a path is
 * relative to, the file behind a descriptor.
 */
export function tidyCall({ name, args, result }: SystemCall): SystemCall {
	return {
		name,
		args: tidyArguments(name, args),
		result: result.replace(/^(\d+)<.*>$/, '$1').replace(/ \/\* .* \*\/$/, ''),
	};
}

function tidyArguments(name: string, args: readonly string[]): readonly string[] {
	if (name === 'clone') {
		return args.filter((one) => one.startsWith('flags=')).map(tidyFlags);
	}
	if (name === 'clone3') {
		return args.slice(0, 1).map(tidyFlags);
	}
	return args.map((one) => {
		if (/^0x[0-9a-f]+ \/\* \d+ vars? \*\/$/.test(one)) {
			return '…';
		}
		return one
			.replace(/^AT_FDCWD<.*>$/, 'AT_FDCWD')
			.replace(/^0x[0-9a-f]+$/, '…')
			.replace(/ \/\* \d+ in strace's PID NS \*\/$/, '')
			.replace(/\.\.\.$/, '…');
	});
}

/**
 * Takes out the two flags that every child of a shell gets: they are about where its number is
 * written.
 */
function tidyFlags(flags: string): string {
	return flags
		.replace(/CLONE_(CHILD_CLEARTID|CHILD_SETTID|PARENT_SETTID)\|?/g, '')
		.replace(/, (child_tid|parent_tid|stack|stack_size|tls|set_tid)=[^,}]*/g, '')
		.replace('|}', '}');
}
