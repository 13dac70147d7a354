import {testFramework} from './framework.js';

await testFramework({
  name: 'html',
  app: {output: '.'},
  interop: {output: '.'},
  interopPath: '/interop.html',
  scripts: ['https://cdn.jsdelivr.net'],
});
