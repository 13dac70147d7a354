import {testFramework} from './framework.js';

// Solid gives its templates to innerHTML as plain strings.
await testFramework({name: 'solid', isTrusted: false});
