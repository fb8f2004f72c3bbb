/** For the page: the panel is light or dark as the kit's controls are. */
export const hostCss = `
[data-takokit-devtools] { color-scheme: light dark; }
[data-takokit-theme="light"] [data-takokit-devtools] { color-scheme: light; }
:is([data-takokit-theme="dark"], [data-theme="dark"], .dark) [data-takokit-devtools] {
  color-scheme: dark;
}
`
