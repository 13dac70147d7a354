import {testFramework} from './framework.js';

await testFramework({name: 'svelte', trustedTypes: ['svelte-trusted-html']});
