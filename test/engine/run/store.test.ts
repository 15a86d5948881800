import { expect, test } from '@jest/globals';
import { createStore } from '../../../src/engine/run/store.ts';

test('tells those who listen, and nobody who has left, that there is another value', () => {
	const store = createStore(1);
	const heard: string[] = [];
	const leave = store.subscribe(() => {
		heard.push(`first ${store.get()}`);
		leave();
	});
	store.subscribe(() => {
		heard.push(`second ${store.get()}`);
	});
	store.set(2);
	store.set(3);
	expect(heard).toEqual(['first 2', 'second 2', 'second 3']);
});
