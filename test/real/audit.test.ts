import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';

test('an advisory fails the audit where it is severe, and of what is bundled', async () => {
	const { exitCode, stdout, stderr } = await audit({
		yaml: [advisory('high', 'A document takes all memory')],
		chalk: [advisory('moderate', 'A colour is wrong')],
		eslint: [advisory('critical', 'A rule runs anything')],
	});
	expect(stderr).toMatch(
		/^yaml [\d.]+ is bundled, and an advisory of high severity is known of it: A document takes all memory \(.*\)\. .*$/,
	);
	expect(stdout).toMatch(/\d\d packages are bundled; advisories of high severity or more: 1\.$/m);
	expect(exitCode).toBe(1);
});

test('an audit without advisories is passed', async () => {
	const { exitCode, stdout } = await audit({});
	expect(stdout).toMatch(/\d\d packages are bundled; advisories of high severity or more: 0\.$/m);
	expect(exitCode).toBe(0);
});

test('an audit that cannot be done says so, and fails nothing', async () => {
	const { exitCode, stdout } = await auditBy('http://127.0.0.1:9');
	expect(stdout).toMatch(/^npm audit: NOT DONE for the \d+ packages .* ECONNREFUSED/m);
	expect(exitCode).toBe(0);
});

const advisory = (severity: string, title: string) => ({
	id: title.length,
	url: 'https://example.org/advisory',
	title,
	severity,
	vulnerable_versions: '*',
});

/** By a registry that knows these advisories, and of npm's questions no other. */
async function audit(advisories: Record<string, readonly unknown[]>) {
	const registry = createServer((request, response) => {
		request.resume();
		const isKnown = request.url === '/-/npm/v1/security/advisories/bulk';
		response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
		response.end(JSON.stringify(isKnown ? advisories : {}));
	});
	await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
	try {
		const { port } = registry.address() as AddressInfo;
		return await auditBy(`http://127.0.0.1:${port}`);
	} finally {
		registry.close();
	}
}

async function auditBy(registry: string) {
	const cache = mkdtempSync('/tmp/cuth-npm-');
	try {
		const env = {
			npm_config_registry: registry,
			npm_config_noproxy: '127.0.0.1',
			npm_config_cache: cache,
		};
		return await execa(process.execPath, ['scripts/run.js', 'audit'], { env, reject: false });
	} finally {
		rmSync(cache, { recursive: true });
	}
}
