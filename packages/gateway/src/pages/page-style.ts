/** The style of the gateway's own pages around the components. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  font-family: system-ui, 'Noto Sans TC', 'Microsoft JhengHei', sans-serif;
  line-height: 1.6;
}
body {
  margin: 0;
}
header {
  background: #0b5f63;
  color: #fff;
  font-weight: 600;
  letter-spacing: 0.05em;
  padding: 0.75rem max(1rem, calc(50% - 21rem));
}
main {
  box-sizing: border-box;
  margin: 0 auto;
  max-width: 44rem;
  padding: 1.5rem 1rem 3rem;
}
h1 {
  font-size: 1.35rem;
  line-height: 1.35;
  overflow-wrap: anywhere;
  text-wrap: balance;
}
h2 {
  font-size: 1.1rem;
  line-height: 1.4;
  overflow-wrap: anywhere;
}
[hidden] {
  display: none !important;
}
mhb-login-box + mhb-account {
  margin-top: 1.5rem;
}
#digits {
  font-size: 2.5rem;
  font-variant-numeric: tabular-nums;
  font-weight: 600;
  letter-spacing: 0.2em;
}
.actions {
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 1rem;
  margin-top: 1.5rem;
}
button {
  background: #0b5f63;
  border: 0;
  border-radius: 0.4rem;
  color: #fff;
  cursor: pointer;
  font: inherit;
  font-weight: 600;
  min-height: 2.75rem;
  padding: 0 1.25rem;
}
button[aria-disabled='true'] {
  cursor: default;
  opacity: 0.6;
}
button:focus-visible,
a:focus-visible,
h2:focus-visible {
  outline: 3px solid currentColor;
  outline-offset: 2px;
}
a {
  color: inherit;
}
[role='alert']:not(:empty) {
  border-left: 4px solid #b3261e;
  padding-left: 0.75rem;
}
`;
