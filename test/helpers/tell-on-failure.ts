declare global {
	/** What is told of a test that fails, by test/helpers/failure-environment.mts. */
	var tellOfFailure: (() => string)[] | undefined;
}

/** What is told at most of one kind of thing: the last of them. */
const most = 3;

/** Has something told, should this test fail: what it looks at, as it then is. */
export function tellOnFailure(tell: () => string): void {
	globalThis.tellOfFailure = [...(globalThis.tellOfFailure ?? []).slice(1 - most), tell];
}
