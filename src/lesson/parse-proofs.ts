import { type Block, writtenLines } from './blocks.ts';
import { isCondition, unknownRequirement } from './condition.ts';
import { type Manuscript, placeOf, report } from './manuscript.ts';
import type { Proof } from './proof.ts';

/**
 * Parses a block of proofs, one file a line: its path, then words that choose lines of it. Reports
 * what is no proof.
 *
 * @example
 *     ```proof
 *     /proc/{{shell of container-1}}/status NSpid
 *     ```
 */
export function parseProofs(block: Block, manuscript: Manuscript): readonly Proof[] {
	const when = block.words.filter(isCondition);
	const written = writtenLines(block);
	for (const word of block.words.filter((one) => !isCondition(one))) {
		report(manuscript, block.place, unknownRequirement(word));
	}

	if (written.length === 0) {
		report(manuscript, block.place, provesNothing);
	}
	return written.map(({ text, line }) => {
		const [path = '', ...select] = wordsOf(text);
		const wrong = fault(path, select);
		if (wrong !== undefined) {
			report(manuscript, placeOf(manuscript, text, line), wrong);
		}
		return { text, path, select, when, line };
	});
}

/** Divides a line at its blanks, but for those in `{{…}}`. */
function wordsOf(text: string): string[] {
	return text.match(/(?:\{\{.*?\}\}|\S)+/g) ?? [];
}

function fault(path: string, select: readonly string[]): string | undefined {
	if (!/^\/(proc|sys\/fs\/cgroup)\/./.test(path) || path.split('/').includes('..')) {
		return notOfTheKernel(path);
	}

	const process = /^\/proc\/([^/]+)\/./.exec(path)?.[1] ?? '';
	if (/^(thread-)?self$/.test(process)) {
		return ofTheReader;
	}
	if (/^\d{2,}$/.test(process)) {
		return otherNumber(process);
	}
	return select.length > 0 && /\/(ns\/[^/]+|root|cwd|exe)$/.test(path) ? linkWithWords : undefined;
}

const notOfTheKernel = (path: string) =>
	`A proof is a file that the kernel makes, and \`${path}\` is not one; write a path below \`/proc\` or \`/sys/fs/cgroup\`, such as \`/proc/{{shell of container-1}}/status NSpid\`.`;
const otherNumber = (pid: string) =>
	`Process ${pid} will be another one, or none, on the learner's machine; write a fact such as \`{{shell of container-1}}\`.`;
const ofTheReader =
	'`/proc/self` is whoever reads it, here the program and not the learner; write a fact such as `/proc/{{shell of host}}`.';
const linkWithWords =
	'This is a link, of which is shown where it points; take the words behind it away.';
const provesNothing =
	'This block proves nothing; write the path of a file, one a line, such as `/proc/{{shell of container-1}}/status NSpid`.';
