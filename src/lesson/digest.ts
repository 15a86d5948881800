import { createHash } from 'node:crypto';

/** Returns 16 hexadecimal digits that change with any character of a lesson's source. */
export function digestOf(source: string): string {
	return createHash('sha256').update(source).digest('hex').slice(0, 16);
}
