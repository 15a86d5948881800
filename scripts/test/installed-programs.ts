import { readdirSync, readFileSync } from 'node:fs';
import { installation } from '../../test/helpers/names.ts';
import { sendAll } from './groups.ts';

/**
 * Waits for what runs the program that the tests have installed, in terminals of its own, and for the guards,
 * which clean up: both have noticed that the tests are gone. Kills what stays.
 */
export async function awaitInstalledPrograms(): Promise<void> {
	await sendAll(0, find, 10_000);
}

function find(): readonly number[] {
	try {
		return readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name) && commandOf(name).includes(`${installation}/dist/`))
			.map(Number);
	} catch {
		// No Linux.
		return [];
	}
}

function commandOf(pid: string): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		// It has ended.
		return '';
	}
}
