import {startFirefox} from '../support/engines/firefox.js';
import {testHosts} from './driven-hosts.js';

await testHosts(0, startFirefox);
