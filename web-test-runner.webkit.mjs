import base from './web-test-runner.config.mjs';
import {webkitLauncher} from './test/support/webkit-launcher.mjs';
export default {
  ...base,
  coverage: false,
  browserStartTimeout: 60_000,
  browsers: [webkitLauncher()],
};
