import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import chromium from './web-test-runner.config.js';

/** The same component tests in Firefox, over WebDriver BiDi: `web-test-runner --config` this file. */
export default {
  ...chromium,
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
        headless: true,
      },
    }),
  ],
};
