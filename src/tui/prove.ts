import { setTimeout as sleep } from 'node:timers/promises';
import type { EventOf } from '../engine/words/event.ts';
import type { Services } from './services.ts';
import { pageOf, recordedOf, shownStep } from './model.ts';
import { type View, windowIn, withLessonWindow } from './view.ts';

/** Opens the window of what a step's claims rest on, and reads it again for as long as that is open. */
export function prove(services: Services): void {
	const { model, update } = services;
	const page = pageOf(model.get());
	if (page.kind !== 'step') {
		return;
	}
	const on = model.get().course.recordedOn ?? recordedOf(page.step)?.on;
	// A list of its own, by which this opening of the window is told from the next.
	const proofs = [...shownStep(page.step).proofs];
	update((view) =>
		withLessonWindow(view, { kind: 'proofs', proofs, now: undefined, on, scroll: 0 }),
	);
	if (on === undefined) {
		void keepReading(services, proofs);
	}
}

/** Reads once more, where nothing moves by itself. */
export function proveAgain(services: Services): void {
	const window = windowIn(services.model.get().view);
	if (window?.kind === 'proofs' && window.on === undefined) {
		void read(services, window.proofs);
	}
}

async function keepReading(services: Services, proofs: Proofs): Promise<void> {
	while (await read(services, proofs)) {
		if (!services.motion) {
			return;
		}
		// It must not keep a program alive that has nothing else to do.
		await sleep(1000, undefined, { ref: false });
		if (!isShown(services.model.get().view, proofs)) {
			return;
		}
	}
}

/** Returns whether there is still somebody who looks. */
async function read({ model, update, session }: Services, proofs: Proofs): Promise<boolean> {
	const again = await Promise.all(proofs.map((proof) => session.readAgain(proof)));
	if (!isShown(model.get().view, proofs)) {
		return false;
	}
	const now = { proofs: again, at: new Date().toLocaleTimeString('en-GB') };
	update((view) =>
		view.window?.kind === 'proofs' ? withLessonWindow(view, { ...view.window, now }) : view,
	);
	return true;
}

type Proofs = readonly EventOf<'proved'>[];

function isShown(view: View, proofs: Proofs): boolean {
	const window = windowIn(view);
	return window?.kind === 'proofs' && window.proofs === proofs;
}
