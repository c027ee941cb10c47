/**
 * Makes a program of this system behave as on macOS, for `check-macos.sh`: it takes the branches for macOS, while files,
 * processes and sockets are those of this system. Loaded with `NODE_OPTIONS`; no installed program contains it.
 */
Object.defineProperty(process, 'platform', { value: 'darwin' });
