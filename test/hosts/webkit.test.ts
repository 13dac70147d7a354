import {startWebKitDriver} from '../support/engines/webkit.js';
import {testHosts} from './driven-hosts.js';

await testHosts(2, startWebKitDriver);
