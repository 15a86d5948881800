// `npm run build`: makes `dist/` and THIRD_PARTY_NOTICES.
import { buildProgram } from './build/build-program.ts';

await buildProgram();
