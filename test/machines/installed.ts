import { isInstalled } from '../../scripts/test/install-packages.ts';

/** Where root's programs are too, which an ordinary user does not look for. */
export const searchPath = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;

/** What keeps a test that takes root and these programs from being run here; undefined for nothing. */
export function lacking(...programs: readonly string[]): string | undefined {
	const missing = programs.filter((program) => !isInstalled(program));
	const reasons = [
		...(process.getuid?.() === 0 ? [] : ['this takes root']),
		...(missing.length > 0 ? [`${missing.join(', ')}: not installed`] : []),
	];
	return reasons.length === 0 ? undefined : reasons.join('; ');
}
