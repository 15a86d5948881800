import { execa, type Options } from 'execa';

const endings: (() => Promise<void>)[] = [];

/** Starts a program that `endChildren` ends, and returns its pid. */
export function start(file: string, args: readonly string[], options: Options = {}): number {
	const child = execa(file, args, { ...options, reject: false });
	endings.push(async () => {
		child.kill('SIGKILL');
		await child;
	});
	return child.pid ?? 0;
}

export async function endChildren(): Promise<void> {
	await Promise.all(endings.splice(0).map((end) => end()));
}
