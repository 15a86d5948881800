// `node scripts/run.js NAME …` runs scripts/NAME.ts, on a machine that has no more than Node.js and npm. What comes
// before TypeScript can be run, this file and those in scripts/run, is JavaScript.
import { fileURLToPath } from 'node:url';
import { installLibraries } from './run/install-libraries.js';

const [, , name] = process.argv;
const script = new URL(`${name}.ts`, import.meta.url);

installLibraries();
// The compiler is one of the libraries.
await import('./run/typescript.js');
// As if Node.js had been told to run that file.
process.argv.splice(1, 2, fileURLToPath(script));
await import(script.href);
