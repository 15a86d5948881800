import { afterAll, beforeAll, test } from '@jest/globals';
import { lacking } from './installed.ts';
import { makeRoot, type OtherRoot } from './other-root.ts';

/** For tests that share one root file system. They are skipped, by name, where these tools are missing. */
export function rootTests(
	title: string,
	tools: readonly string[],
	fill: (directory: string) => Promise<void>,
) {
	const lack = lacking('unshare', ...tools);
	let root: OtherRoot | undefined;

	beforeAll(async () => {
		if (lack === undefined) {
			root = await makeRoot(fill);
		}
	}, 300_000);

	afterAll(() => {
		root?.remove();
	});

	return (claim: string, body: (root: OtherRoot) => Promise<void>) => {
		if (lack !== undefined) {
			test.skip(`${title}: ${claim} (not run here: ${lack})`, () => undefined);
			return;
		}

		test(`${title}: ${claim}`, async () => {
			if (root === undefined) {
				throw new Error('The root was not made.');
			}
			await body(root);
		}, 300_000);
	};
}
