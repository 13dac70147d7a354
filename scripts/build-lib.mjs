/** Compiles the package into an empty `dist`. */
import {rmSync} from 'node:fs';
import {compileAll} from './compile.mjs';

rmSync('dist', {recursive: true, force: true});
if (!compileAll()) process.exitCode = 1;
