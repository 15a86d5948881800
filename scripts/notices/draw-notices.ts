import { allowedLicences } from './allowed-licences.ts';
import type { Package } from './read-package.ts';
import { reviewed } from './reviewed.ts';

/** What THIRD_PARTY_NOTICES says, and why something must not be published. */
export function drawNotices(packages: readonly Package[]): {
	readonly text: string;
	readonly complaints: readonly string[];
} {
	/** Packages by their text: some authors have the same in all of theirs. */
	const headings = new Map<string, Set<string>>();
	for (const one of packages.toSorted((a, b) => compare(a.title, b.title))) {
		const text = textOf(one);
		const heading = `${one.title} (${licenceOf(one) ?? 'no licence'})`;
		headings.set(text, (headings.get(text) ?? new Set()).add(heading));
	}

	const parts = [...headings].map(([text, same]) => `${[...same].join('\n')}\n\n${text}\n`);
	return {
		text: [introduction, ...parts].join(`\n${'='.repeat(80)}\n\n`),
		complaints: [...new Set(packages.flatMap((one) => complaintOf(one) ?? []))],
	};
}

const introduction = `The program in dist contains code of the packages below, each with its licence.
Packages with the same text stand above it together.
`;

/** The same order whatever the language of the machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const licenceOf = ({ licence, title }: Package) => licence ?? reviewed[title]?.licence;

function textOf(one: Package): string {
	const { licenceTexts, noticeTexts } = one;
	const texts = licenceTexts.length > 0 ? licenceTexts : textsOfReview(one);
	return [...texts, ...noticeTexts].join('\n\n');
}

/** For what has no licence file: what it does have, and the text. */
function textsOfReview({ title, licence, author, repository }: Package): readonly string[] {
	const review = reviewed[title];
	if (review === undefined) {
		return [];
	}
	const said = [
		'Its package has no licence file. Its package.json says:',
		...(licence === undefined ? [] : [`    license: ${licence}`]),
		...(author === undefined ? [] : [`    author: ${author}`]),
		...(repository === undefined ? [] : [`    repository: ${repository}`]),
		review.found,
	];
	return [said.join('\n'), review.text];
}

function complaintOf(one: Package): string | undefined {
	const licence = licenceOf(one);
	if (licence === undefined) {
		return (
			`${one.title} would be bundled, and its package.json names no licence. Without one nobody may pass it on. ` +
			'Do without it; or look what its authors say elsewhere in it, and add that to scripts/notices/reviewed.ts.'
		);
	}

	if (!allowedLicences.includes(licence)) {
		return (
			`${one.title} would be bundled, and its licence, ${licence}, is not among those that we know we can keep to. ` +
			'What we publish would contain it. Do without it; or read the licence, and if it asks for no more than ' +
			'the others do, add it to scripts/notices/allowed-licences.ts.'
		);
	}

	if (one.licenceTexts.length === 0 && reviewed[one.title] === undefined) {
		return (
			`${one.title} would be bundled, and its package has no file with the text of its licence, ${licence}. ` +
			'We must pass that text on, with the copyright. Do without it; or look for them elsewhere in it, and add ' +
			'what you find to scripts/notices/reviewed.ts.'
		);
	}

	return undefined;
}
