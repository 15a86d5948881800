import { expect, test } from '@jest/globals';
import { notesFor } from '../../scripts/release/notes.ts';

const changelog = `# What has changed

For those who use the program.

## 1.10.0

Nothing but this.

## 1.1.0 (2026-11-30)

- A key for songs.

### Safety

- No song leaves the machine.

## 1.0.0
`;

test('the notes of a release are what the changelog says of its version', () => {
	expect(notesFor('1.1.0', changelog)).toBe(
		'- A key for songs.\n\n### Safety\n\n- No song leaves the machine.\n',
	);
	expect(notesFor('1.10.0', changelog)).toBe('Nothing but this.\n');
});

test.each(['1.1', '1.1.1', '1.0.0', 'What'])('there are none for %s', (version) => {
	expect(notesFor(version, changelog)).toBe('');
});
