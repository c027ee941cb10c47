#!/usr/bin/env node
/** The path of the program, which operators' service units name. It starts the bundle that the build makes of `program.ts`. */
await import(new URL('../program/mhb-gateway.js', import.meta.url).href);
export {};
