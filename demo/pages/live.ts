/** Pages whose elements need nothing but a portal that is signed in. */
import {startPage} from '../src/page.js';

startPage();
