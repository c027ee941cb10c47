export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  app: { head: { htmlAttrs: { lang: 'zh-Hant' }, title: '健康存摺' } },
  css: ['~/space.css'],
  // The workers consist of modules. Needed up to Vite 7.
  vite: { worker: { format: 'es' } },
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('mhb-') } },
});
