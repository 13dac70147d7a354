import {testFramework} from './framework.js';

await testFramework({name: 'vue', trustedTypes: ['vue']});
