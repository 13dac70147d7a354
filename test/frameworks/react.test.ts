import {testFramework} from './framework.js';

await testFramework({name: 'react'});
