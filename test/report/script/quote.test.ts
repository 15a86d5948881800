import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { fillDocument, fillWord } from '../../../src/report/script/fill.ts';
import { quote } from '../../../src/report/script/quote.ts';

const texts = [
	'plain-word_1.txt',
	'two words',
	"it's",
	'"double"',
	'$HOME $$ ${x} $(id)',
	'`id`',
	'a \\ b \\\\',
	'all of \'em: " $x ` \\',
	'price: 1$',
	'*?[a]{1,2}~!#&;|<>()',
	'',
	'two\nlines',
];

test.each(texts)('bash reads %j as it was written', async (text) => {
	const word = await execa('bash', ['-c', `printf '%s|' ${quote(text)} end`]);
	expect(word.stdout).toBe(`${text}|end|`);
	const document = await execa('bash', ['-c', `cat <<END\n${fillDocument(text)}\nEND`]);
	expect(document.stdout).toBe(text);
});

test('bash fills in a fact and leaves alone what is around it', async () => {
	const text = 'on $HOME runs {{kernel}} of "{{kernel}}" \\$x';
	const { stdout: kernel } = await execa('uname', ['-r']);
	const filled = `on $HOME runs ${kernel} of "${kernel}" \\$x`;
	const word = await execa('bash', ['-c', `printf %s ${fillWord(text)}`]);
	expect(word.stdout).toBe(filled);
	const document = await execa('bash', ['-c', `cat <<END\n${fillDocument(text)}\nEND`]);
	expect(document.stdout).toBe(filled);
});
