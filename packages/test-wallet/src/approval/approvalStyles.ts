/** All styles of the window, for a constructable style sheet, which a policy without `unsafe-inline` allows. */
export const approvalStyles = /* css */ `
:host {
  all: initial;
  color-scheme: light dark;
}
:host([data-theme='light']) { color-scheme: light; }
:host([data-theme='dark']) { color-scheme: dark; }

* { box-sizing: border-box; }

dialog, .badge {
  --surface: light-dark(oklch(1 0 0), oklch(0.235 0.012 275));
  --raised: light-dark(oklch(0.968 0.004 275), oklch(0.285 0.014 275));
  --text: light-dark(oklch(0.24 0.02 275), oklch(0.955 0.005 275));
  --quiet: light-dark(oklch(0.49 0.018 275), oklch(0.745 0.016 275));
  --line: light-dark(oklch(0.9 0.006 275), oklch(0.365 0.014 275));
  --edge: light-dark(oklch(0.62 0.016 275), oklch(0.56 0.018 275));
  --accent: light-dark(oklch(0.5 0.2 277), oklch(0.76 0.115 280));
  --accent-over: light-dark(oklch(0.44 0.2 277), oklch(0.82 0.095 280));
  --on-accent: light-dark(oklch(1 0 0), oklch(0.2 0.05 277));
  --focus: light-dark(oklch(0.5 0.2 277), oklch(0.8 0.11 280));
  --radius: 10px;
  position: fixed;
  inset: 16px 16px auto auto;
  margin: 0;
  border: 1px solid var(--line);
  background: var(--surface);
  color: var(--text);
  font: 15px/1.45 var(--test-wallet-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
  -webkit-text-size-adjust: 100%;
  text-align: start;
  box-shadow: 0 1px 2px oklch(0 0 0 / 0.06), 0 16px 48px -8px oklch(0.2 0.04 275 / 0.32);
}

dialog {
  /* An address fits its line. */
  width: min(400px, 100vw - 32px);
  max-width: none;
  max-height: calc(100dvh - 32px);
  padding: 0;
  border-radius: calc(var(--radius) * 1.5);
  overflow: hidden;
}
dialog:popover-open, dialog[open] {
  display: flex;
  flex-direction: column;
  animation: arrive 160ms ease-out;
}
dialog:focus { outline: none; }
/* The page's own modal has dimmed the page already. */
dialog::backdrop { background: transparent; }
@keyframes arrive { from { opacity: 0; transform: translateY(-8px); } }

header {
  display: flex;
  align-items: center;
  gap: 10px;
  padding: 8px 8px 8px 20px;
  border-bottom: 1px solid var(--line);
}
img { display: block; flex: none; border-radius: 7px; }
.name {
  flex: 1;
  min-width: 0;
  font-weight: 600;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.more {
  padding: 2px 10px;
  border-radius: 99px;
  background: var(--raised);
  color: var(--quiet);
  font-size: 13px;
  white-space: nowrap;
}

.body {
  display: flex;
  flex-direction: column;
  flex: 1 1 auto;
  min-height: 0;
  overflow: auto;
  padding: 20px;
}
h2 { margin: 0 0 12px; font-size: 17px; line-height: 24px; font-weight: 650; letter-spacing: -0.005em; }
dl {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 4px 16px;
  margin: 0;
}
dt { color: var(--quiet); }
dd {
  margin: 0;
  text-align: end;
  overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums;
}
.message {
  flex: 0 1 auto;
  min-height: 88px;
  max-height: 364px;
  margin: 16px 0 0;
  padding: 12px;
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--raised);
  font: 13px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  tab-size: 2;
}
ul {
  display: grid;
  gap: 4px;
  margin: 16px 0 0;
  padding: 12px;
  list-style: none;
  border-radius: var(--radius);
  background: var(--raised);
  color: var(--quiet);
  font-size: 13px;
  line-height: 20px;
}

footer {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
  padding: 12px 20px 14px;
  border-top: 1px solid var(--line);
}
footer p {
  grid-column: 1 / -1;
  margin: 0;
  color: var(--quiet);
  font-size: 13px;
  text-align: center;
}

button {
  min-height: 44px;
  margin: 0;
  padding: 0 16px;
  border: 1px solid transparent;
  border-radius: var(--radius);
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
  -webkit-tap-highlight-color: transparent;
}
.reject { border-color: var(--edge); }
.reject:hover, .close:hover { background: var(--raised); }
.approve { background: var(--accent); color: var(--on-accent); }
.approve:hover { background: var(--accent-over); }
button:focus-visible, .message:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }

.close {
  position: relative;
  flex: none;
  width: 44px;
  padding: 0;
  color: var(--quiet);
}
.close::before, .close::after {
  content: '';
  position: absolute;
  inset: calc(50% - 0.75px) calc(50% - 7px);
  background: currentColor;
  border-radius: 1px;
  rotate: 45deg;
}
.close::after { rotate: -45deg; }

.badge {
  padding: 0 16px 0 10px;
  border-radius: 99px;
  color: var(--text);
  font-weight: 600;
  font-size: 13px;
}
.badge:popover-open { display: flex; align-items: center; gap: 8px; }
.badge:hover { background: var(--raised); }

@media (max-width: 440px) {
  dialog, .badge { inset: 8px 8px auto auto; }
  dialog { width: calc(100vw - 16px); max-height: calc(100dvh - 16px); }
  header { padding-inline-start: 16px; }
  .body { padding: 16px; }
  footer { padding-inline: 16px; }
}
/* So low, as at 400 % zoom, that header and buttons would leave nothing between them. */
@media (max-height: 400px) {
  dialog:popover-open, dialog[open] { display: block; overflow: auto; }
  .message { max-height: none; }
}
@media (prefers-reduced-motion: reduce) {
  dialog:popover-open, dialog[open] { animation: none; }
}
@media (forced-colors: active) {
  dialog, .badge, button { border-color: CanvasText; }
  .approve { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .close::before, .close::after { background: ButtonText; forced-color-adjust: none; }
}
`
