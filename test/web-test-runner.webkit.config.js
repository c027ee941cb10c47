import chromium from './web-test-runner.config.js';
import { webKitLauncher } from './webkit/launcher.mjs';

/** The same component tests in WebKit, over WebDriver: `web-test-runner --config` this file. */
export default { ...chromium, browsers: [webKitLauncher()] };
