// `npm run boot-time`: boots a Debian and keeps, in assets/boot.json, how long that took. Lesson 0 says it, as what
// it is: recorded, and in emulation. Wants root, QEMU and mmdebstrap, and a machine that does nothing else.
import { writeFileSync } from 'node:fs';
import { performOn } from '../test/machines/virtual-machine.ts';
import { debian } from './machines/recipes.ts';
import { root } from './run/root.js';

const run = { name: 'doctor', as: 'root', words: ['doctor', '--json'] } as const;
const performed = await performOn(debian, [run], { minutes: 10 });
const { booted, output } = performed(run.name);
const { kernel, distribution } = JSON.parse(output) as Record<'kernel' | 'distribution', string>;
const date = new Date().toISOString().slice(0, 10);
const kept = { seconds: Math.round(booted), distribution, kernel, on: 'QEMU, in emulation', date };
writeFileSync(`${root}assets/boot.json`, `${JSON.stringify(kept, undefined, '\t')}\n`);
console.log(kept);
