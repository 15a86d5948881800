const opening = '---\nformat: 1\nid: example\ntitle: An example\nminutes: 2\n---\n';

/** A lesson with a front matter that is in order; the body begins on line 7. */
export function lessonWith(body: string): string {
	return `${opening}${body}`;
}

/** A lesson of one step on line 7 that types one command on line 9, and needs whatever it takes. */
export function typing(command: string, terminal = 'host'): string {
	return lessonWith(
		`## A step\n\`\`\`sh ${terminal}\n${command}\n\`\`\`\n\`\`\`needs\n${everything}\n\`\`\`\n\`\`\`expect\nfile a exists\n\`\`\`\n`,
	);
}

const everything = [
	'pid-namespace',
	'limits',
	'cgroup-tools',
	'ldd',
	'ps',
	'ip',
	'namespace-tools',
	'net-namespace',
].join('\n');
