import { setTimeout as sleep } from 'node:timers/promises';
import type { EventOf } from '../engine/event.ts';
import type { Means } from './actions.ts';
import { pageOf, recordedOf, shownStep } from './model.ts';
import type { View } from './view.ts';

/** Opens the window of what a step's claims rest on, and reads it again for as long as that is open. */
export function prove(means: Means): void {
	const { model, update } = means;
	const page = pageOf(model.get());
	if (page.kind !== 'step') return;
	const on = model.get().course.recordedOn ?? recordedOf(page.step)?.on;
	// A list of its own, by which this opening of the window is told from the next.
	const proofs = [...shownStep(page.step).proofs];
	update((view) => ({
		...view,
		overlay: { kind: 'proofs', proofs, now: undefined, on, scroll: 0 },
	}));
	if (on === undefined) void keepReading(means, proofs);
}

/** Reads once more, where nothing moves by itself. */
export function proveAgain(means: Means): void {
	const { overlay } = means.model.get().view;
	if (overlay?.kind === 'proofs' && overlay.on === undefined) void read(means, overlay.proofs);
}

async function keepReading(means: Means, proofs: Proofs): Promise<void> {
	while (await read(means, proofs)) {
		if (!means.motion) return;
		// It must not keep a program alive that has nothing else to do.
		await sleep(1000, undefined, { ref: false });
		if (!isShown(means.model.get().view, proofs)) return;
	}
}

/** Returns whether there is still somebody who looks. */
async function read({ model, update }: Means, proofs: Proofs): Promise<boolean> {
	const { session } = model.get().course;
	const again = await Promise.all(proofs.map((proof) => session.readAgain(proof)));
	if (!isShown(model.get().view, proofs)) return false;
	const now = { proofs: again, at: new Date().toLocaleTimeString('en-GB') };
	update((view) =>
		view.overlay?.kind === 'proofs' ? { ...view, overlay: { ...view.overlay, now } } : view,
	);
	return true;
}

type Proofs = readonly EventOf<'proved'>[];

function isShown({ overlay }: View, proofs: Proofs): boolean {
	return overlay?.kind === 'proofs' && overlay.proofs === proofs;
}
