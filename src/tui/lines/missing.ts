import type { Missing } from '../../engine/capabilities.ts';
import type { Line } from './line.ts';
import { hanging, sections, span } from './line.ts';

/** Why something is not to be had here, and what would help. */
export function missingLines(missing: readonly Missing[], width: number): Line[] {
	return sections(
		...missing.map(({ cause, fix }) => [
			...hanging([], cause, 'plain', width),
			...hanging([span('→ ', 'accent')], fix, 'strong', width),
		]),
	);
}
