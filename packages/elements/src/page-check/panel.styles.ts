/** All sizes are in pixels, because the page might set a different base size for `rem`. */
export const panelStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 16px 16px auto !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
}
section {
  box-sizing: border-box;
  width: min(440px, calc(100vw - 32px));
  max-height: min(70vh, 640px);
  overflow: auto;
  padding: 16px;
  border: 2px solid light-dark(#0b5f73, #7ccbdc);
  border-radius: 12px;
  background: light-dark(#fff, #12191d);
  color: light-dark(#15242b, #e8eff2);
  font: 16px/1.6 system-ui, 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans TC', sans-serif;
  overflow-wrap: anywhere;
  box-shadow: 0 8px 32px rgb(0 0 0 / 30%);
}
header { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
h2 { flex: 1 1 100%; margin: 0; font-size: 18px; }
button {
  min-height: 32px;
  padding: 2px 12px;
  border: 1px solid currentcolor;
  border-radius: 8px;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
:focus-visible { outline: 3px solid light-dark(#0b5f73, #7ccbdc); outline-offset: 2px; }
[tabindex='-1']:focus-visible { outline: none; }
ol, ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 12px; }
ol > li {
  display: grid;
  gap: 4px;
  padding-inline-start: 12px;
  border-inline-start: 4px solid light-dark(#744800, #f2c572);
}
ol > li.error { border-color: light-dark(#a3211f, #ffa79f); }
code { font: 14px/1.5 ui-monospace, monospace; }
small, .quiet { color: light-dark(#3f4f57, #b5c3c9); font-size: 14px; }
details { margin-top: 12px; }
summary { cursor: pointer; }
`;
