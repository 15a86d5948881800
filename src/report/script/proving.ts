import type { Proof } from '../../lesson/proof.ts';
import { nameFacts } from './comment.ts';

/**
 * Returns a comment that says where to look for oneself; a path below `/sys/fs/cgroup` is as the
 * script's terminal `host` sees it.
 */
export function proving({ path, select, when }: Proof): string {
	const words = select.length === 0 ? '' : ` (${nameFacts(select.join(' '))})`;
	const where = when.length === 0 ? '' : `, where there is ${when.join(' and ')}`;
	return `# To read: ${nameFacts(path)}${words}${where}`;
}
