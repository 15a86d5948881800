import { expect, test } from '@jest/globals';
import { complaintsAbout } from '../../scripts/release/complaints.ts';

const fine = {
	tag: 'v1.2.3',
	manifest: { version: '1.2.3' },
	lock: { version: '1.2.3' },
	changelog: '# What has changed\n\n## 1.2.3\n\n- A key for songs.\n',
};

test('a release of one version everywhere is fine', () => {
	expect(complaintsAbout(fine)).toEqual([]);
});

test.each([
	['the tag', { tag: 'v1.2.4' }, /^The tag is v1\.2\.4, and package\.json has version 1\.2\.3/],
	['a tag without its v', { tag: '1.2.3' }, /^The tag is 1\.2\.3, .* the tag of that is v1\.2\.3/],
	['the lock file', { lock: { version: '1.2.2' } }, /^package-lock\.json has version 1\.2\.2/],
	['the changelog', { changelog: '## 1.2.2\n\n- Words.\n' }, /^CHANGELOG\.md says nothing of/],
])('%s that says something else is refused', (_, wrong, complaint) => {
	expect(complaintsAbout({ ...fine, ...wrong })).toEqual([expect.stringMatching(complaint)]);
});
