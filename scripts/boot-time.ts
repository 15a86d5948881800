// `npm run boot-time`: boots a Debian and keeps, in assets/boot.json, how long that took. Lesson 0 says it, as what
// it is: recorded, and in emulation. Wants root, QEMU and mmdebstrap, and a machine that does nothing else.
import { writeFileSync } from 'node:fs';
import { performOn } from './machines/perform.js';
import { debian } from './machines/recipes.js';
import { root } from './set-up.js';

const run = { name: 'doctor', as: 'root', words: ['doctor', '--json'] };
const [{ booted, output }] = await performOn(debian, [run], { minutes: 10 });
const { kernel, distribution } = JSON.parse(output);
const date = new Date().toISOString().slice(0, 10);
const kept = { seconds: Math.round(booted), distribution, kernel, on: 'QEMU, in emulation', date };
writeFileSync(`${root}assets/boot.json`, `${JSON.stringify(kept, undefined, '\t')}\n`);
console.log(kept);
