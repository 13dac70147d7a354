import {testFramework} from './framework.js';

await testFramework({
  name: 'angular',
  app: {command: ['npm', 'run', 'build'], output: 'dist/app/browser'},
  interop: {
    command: ['npx', 'ng', 'build', '--configuration', 'development', '--output-path', 'interop'],
    output: 'interop/browser',
  },
  trustedTypes: ['angular'],
  hasBase: true,
});
