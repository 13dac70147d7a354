/** Compiles the package into an empty `dist`, themes beside it. */
import {cpSync, rmSync} from 'node:fs';
import {compileAll} from './compile.mjs';

rmSync('dist', {recursive: true, force: true});
if (!compileAll()) process.exitCode = 1;
cpSync('src/themes', 'dist/themes', {recursive: true});
