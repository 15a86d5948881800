/**
 * The licences of what may be bundled, as SPDX names them. Each lets us publish the code inside of ours, and asks
 * for little more than that its text goes with it, which THIRD_PARTY_NOTICES sees to.
 */
export const allowedLicences: readonly string[] = [
	'MIT',
	'ISC',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'0BSD',
];
