// `npm run compare`: runs our container and runc's on the same root directory, as root and as an ordinary
// user, and writes their properties side by side to docs/compared-with-runc.md. With `--check` nothing is
// written; it fails where the document says something else, and always where a difference has no reason.
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readlinkSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { makeBase } from './compare/base.ts';
import { idle, unexplained } from './compare/complaints.ts';
import { drawTable, rowsOf } from './compare/table.ts';
import { type Host, type Properties, propertiesOf } from './compare/properties.ts';
import { limits } from './compare/sections.ts';
import { startOurs, startRunc } from './compare/start.ts';
import { why } from './compare/why.ts';
import { root } from './run/root.js';

const file = `${root}docs/compared-with-runc.md`;
const [begin, end] = ['<!-- table -->\n\n', '\n\n<!-- end of table -->'];
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--reset-env'];

const rows = rowsOf(await compare(), why);
const complaints = [...unexplained(rows)];
const text = readFileSync(file, 'utf8');
const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
const table = drawTable(rows);
if (!process.argv.includes('--check')) {
	writeFileSync(file, text.slice(0, from) + table + text.slice(to));
} else if (existsSync('/sys/fs/cgroup/cgroup.controllers')) {
	console.log(
		'docs/compared-with-runc.md is about cgroup v1, so it was not compared with this run.',
	);
} else {
	complaints.push(...idle(rows, why));
	if (text.slice(from, to) !== table) {
		complaints.push(
			`docs/compared-with-runc.md says\n${text.slice(from, to)}\nand this run\n${table}`,
		);
	}
}

console.log(
	`docs/compared-with-runc.md: ${rows.length} properties compared, ${rows.filter(({ differs }) => differs).length} differ.`,
);
for (const complaint of complaints) {
	console.error(complaint);
}
process.exitCode = complaints.length === 0 ? 0 : 1;

async function compare(): Promise<readonly [Properties, Properties, Properties, Properties]> {
	const directory = mkdtempSync('/tmp/cuth-compare-');
	try {
		chmodSync(directory, 0o755);
		const [base, script] = [`${directory}/base`, `${directory}/container.sh`];
		mkdirSync(base);
		makeBase(base);
		copyFileSync(`${root}src/report/script/container.sh`, script);
		const host = hostOf();
		return [
			propertiesOf(await startOurs([], script, base), host),
			propertiesOf(await startRunc([], `${directory}/as-root`, base), host),
			propertiesOf(await startOurs(nobody, script, base), host),
			propertiesOf(await startRunc(nobody, `${directory}/as-user`, base), host),
		];
	} finally {
		rmSync(directory, { recursive: true });
	}
}

function hostOf(): Host {
	const kinds = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts'];
	return {
		namespaces: Object.fromEntries(
			kinds.map((kind) => [kind, readlinkSync(`/proc/self/ns/${kind}`)]),
		),
		limits: limits(readFileSync('/proc/self/limits', 'utf8').trimEnd().split('\n')),
	};
}
