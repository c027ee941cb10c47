import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // The workers consist of modules. Needed up to Vite 7.
  worker: { format: 'es' },
});
