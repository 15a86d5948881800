import { sentence } from '../text/sentence.ts';
import type { Means } from './actions.ts';
import type { Overlay } from './view.ts';

type Install = Extract<Overlay, { kind: 'install' }>;

/** Runs the installation that the learner was offered and has asked for, and shows it. */
export function install({ model, update }: Means): void {
	const offer = model.get().course.install;
	if (!offer) return;
	const show = (change: (shown: Install) => Install) => {
		update((view) =>
			view.overlay?.kind === 'install' ? { ...view, overlay: change(view.overlay) } : view,
		);
	};
	const run = async () => {
		for await (const text of offer.run()) {
			show((shown) => ({ ...shown, output: shown.output + text }));
		}
	};

	update((view) => ({
		...view,
		overlay: { kind: 'install', command: offer.command, output: '', outcome: 'running' },
	}));
	run().then(
		() => {
			show((shown) => ({ ...shown, outcome: 'installed' }));
			// A lesson that is open was planned without the tools.
			update((view) => ({ ...view, screen: 'lessons', isOpen: false, notice: undefined }));
		},
		(error: unknown) => {
			const why = sentence(error);
			show((shown) => ({ ...shown, outcome: { why } }));
			update((view) => ({ ...view, notice: undefined }));
		},
	);
}
