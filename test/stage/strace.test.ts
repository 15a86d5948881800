import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { probe } from '../../src/stage/probe.ts';
import { createTracingHost } from '../../src/stage/tracing-host.ts';
import { findTool } from '../../src/stage/tools.ts';

const { PATH } = process.env;
const real = findTool('strace')?.path;
const withStrace = real === undefined ? test.skip : test;
let directory: string | undefined;

afterEach(() => {
	process.env['PATH'] = PATH;
	if (directory !== undefined) {
		rmSync(directory, { recursive: true });
	}
	directory = undefined;
});

/** Another strace comes first, which does this before it does what the real one does. */
function withOther(lines: string): void {
	directory = mkdtempSync(join(tmpdir(), 'cuth-strace-'));
	const script = `#!/bin/bash\n${lines}\nexec ${real ?? ''} "$@"\n`;
	writeFileSync(join(directory, 'strace'), script, { mode: 0o755 });
	process.env['PATH'] = `${directory}:${PATH ?? ''}`;
}

withStrace('an old strace traces with the options that it has', async () => {
	withOther(`case "$*" in *--*) echo "strace: unrecognized option" >&2; exit 1 ;; esac`);
	const { stagePlan, provisions } = await probe();
	expect(stagePlan.strace?.filter((word) => word.startsWith('--'))).toEqual([]);
	expect(stagePlan.strace?.slice(0, 3)).toEqual(['strace', '-D', '-f']);
	expect(provisions.provides.has('strace')).toBe(true);
});

/** As where ptrace(2) is refused: with -D the program runs all the same, and exits with 0. */
withStrace('one that may not trace is found out, although what it starts runs', async () => {
	withOther(
		'echo "strace: attach: ptrace(PTRACE_SEIZE, 7): Operation not permitted" >&2; exec "${@: -1}"',
	);
	const { stagePlan, provisions } = await probe();
	expect(stagePlan.strace).toBeUndefined();
	expect(provisions.missing.get('strace')?.cause).toMatch(
		/ \(strace: attach: ptrace\(PTRACE_SEIZE\): Operation not permitted\)\.$/,
	);
});

withStrace('a terminal whose shell has ended is traced on when it is opened again', async () => {
	const { stagePlan, provisions } = await probe();
	await using host = createTracingHost(provisions, stagePlan);
	const { signal } = new AbortController();
	const ends: string[] = [];
	for (const line of ['mkdir one', 'kill -9 $$', 'mkdir two']) {
		for await (const { kind } of host.type('host', line, signal)) {
			ends.push(kind);
		}
	}

	expect(ends.filter((kind) => kind === 'typed')).toHaveLength(3);
	const trace = (await host.takeTrace()).get('host');
	expect(trace).toContain('mkdir("one"');
	expect(trace).toContain('mkdir("two"');
});
