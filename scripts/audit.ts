// What CI asks npm's registry: whether something dangerous is known of what we ship. `npm audit --omit=dev` looks at
// the dependencies, of which we have none; what we ship is bundled, and to npm these are packages to develop with.
import { spawnSync } from 'node:child_process';
import { type Report, severeAdvisories } from './audit/severe-advisories.ts';
import { bundleProgram } from './build/bundle.ts';
import { bundledPackages } from './notices/bundled-packages.ts';
import { root } from './run/root.js';

/** npm's answer where it cannot ask the registry. */
type Refusal = { readonly vulnerabilities?: undefined; readonly message: string };

const ofDependencies = npmAudit('--omit=dev');
console.log(
	`npm audit of the dependencies, of which there should be none: ${ofDependencies.stdout.trim()}`,
);

const { metafile } = await bundleProgram();
const bundled = bundledPackages(metafile, root);
const count = new Set(bundled.map(({ title }) => title)).size;
const ofAll = JSON.parse(npmAudit('--json').stdout) as Report | Refusal;
process.exitCode = ofDependencies.status === 0 && judge(ofAll) ? 0 : 1;

function npmAudit(...words: readonly string[]) {
	const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
	return spawnSync('npm', ['audit', '--audit-level=high', ...words], options);
}

/** Whether nothing dangerous is known. Also where the registry cannot be asked: that is no mistake in the program. */
function judge(report: Report | Refusal): boolean {
	if (report.vulnerabilities === undefined) {
		console.log(
			`npm audit: NOT DONE for the ${count} packages that are bundled, as the registry cannot be asked: ` +
				`${report.message}. Run \`node scripts/run.js audit\` where it can be, before this is published.`,
		);
		return true;
	}

	const complaints = severeAdvisories(report, bundled, root);
	console.log(
		`npm audit: ${count} packages are bundled; advisories of high severity or more: ${complaints.length}.`,
	);
	for (const complaint of complaints) {
		console.error(complaint);
	}

	return complaints.length === 0;
}
