import { notesFor } from './notes.ts';

type Versioned = { readonly version: string };

type Release = {
	/** The tag of the commit, as `v1.2.3`. */
	readonly tag: string;
	/** The package.json. */
	readonly manifest: Versioned;
	/** The package-lock.json. */
	readonly lock: Versioned;
	/** The text of CHANGELOG.md. */
	readonly changelog: string;
};

/** Returns why a release must not be made: sentences, each with what to do; none where all is well. */
export function complaintsAbout({
	tag,
	manifest: { version },
	lock,
	changelog,
}: Release): readonly string[] {
	return [
		...(tag === `v${version}`
			? []
			: [
					`The tag is ${tag}, and package.json has version ${version}: the tag of that is v${version}. \`npm version\` makes both.`,
				]),
		...(lock.version === version
			? []
			: [
					`package-lock.json has version ${lock.version}, and package.json ${version}: run \`npm install\`, and commit the change.`,
				]),
		...(notesFor(version, changelog) === ''
			? [
					`CHANGELOG.md says nothing of version ${version}: write a section "## ${version}" for those who use the program.`,
				]
			: []),
	];
}
