import { expect, test } from '@jest/globals';
import { parseOsRelease } from '../../src/kernel/distribution.ts';

test.each([
	[
		'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n',
		{ name: 'Debian GNU/Linux 12 (bookworm)', ids: ['debian'] },
	],
	[
		"ID=rocky\nID_LIKE='rhel centos fedora'\nPRETTY_NAME='Rocky Linux 9.4'\n",
		{ name: 'Rocky Linux 9.4', ids: ['rocky', 'rhel', 'centos', 'fedora'] },
	],
	[
		'# PRETTY_NAME=no\nPRETTY_NAME="The \\"Best\\" \\$1"\nID="best"\nID_LIKE=\n',
		{ name: 'The "Best" $1', ids: ['best'] },
	],
	[
		'PRETTY_NAME="Deb\u001B]0;owned\u0007\u202E"\nID=deb\u009B2J\n',
		{ name: 'Deb\\033]0;owned\\007\\u202e', ids: ['deb\\u009b2J'] },
	],
	['', { name: 'Linux', ids: ['linux'] }],
])('reads %j', (text, distribution) => {
	expect(parseOsRelease(text)).toEqual(distribution);
});
