export * from './card/index.js';
export * from './people/index.js';
