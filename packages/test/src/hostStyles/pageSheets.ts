import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { tailwindSheets } from './tailwindSheets.ts'
import { absurd, absurdBefore } from './absurdSheet.ts'

const { resolve } = createRequire(import.meta.url)
const read = (name: string) => readFileSync(resolve(name), 'utf8')

const { preflight3, preflight4, tailwind4 } = await tailwindSheets()

/** The stylesheets that component libraries insert from their code, as documented. */
const baseline = `
  html { -webkit-font-smoothing: antialiased; box-sizing: border-box; text-size-adjust: 100% }
  *, *::before, *::after { box-sizing: inherit }
  strong, b { font-weight: 700 }
  body { margin: 0; color: rgb(0 0 0 / 87%); font: 400 1rem/1.5 sans-serif; letter-spacing: 0.00938em; background-color: #fff }
  body::backdrop { background-color: #fff }`
const ant = `
  *, *::before, *::after { box-sizing: border-box }
  html { line-height: 1.15; -webkit-tap-highlight-color: rgb(0 0 0 / 0%) }
  body { margin: 0 }
  h1, h2, h3 { margin-top: 0; margin-bottom: 0.5em; font-weight: 500 }
  p, ol, ul, dl, pre { margin-top: 0; margin-bottom: 1em }
  b, strong { font-weight: bolder } small { font-size: 80% } pre, code { font-size: 1em; font-family: monospace }
  pre { overflow: auto } img { vertical-align: middle; border-style: none }
  a, area, button, [role=button], summary { touch-action: manipulation }
  button { margin: 0; color: inherit; font-size: inherit; line-height: inherit; overflow: visible; text-transform: none }
  button, html [type=button] { -webkit-appearance: button } summary { display: list-item }`
const chakra = `
  html { line-height: 1.5; -webkit-text-size-adjust: 100%; text-rendering: optimizeLegibility; touch-action: manipulation }
  body { position: relative; min-height: 100%; margin: 0; font-feature-settings: "kern" }
  :where(*, *::before, *::after) { border-width: 0; border-style: solid; box-sizing: border-box; word-wrap: break-word }
  pre, code { font-family: monospace; font-size: 1em } a { background: none; color: inherit; text-decoration: inherit }
  button { margin: 0; padding: 0; border-radius: 0; font-size: 100%; line-height: 1.15; color: inherit; background: transparent }
  button::-moz-focus-inner { border: 0 } h2, p, pre { margin: 0; font-size: inherit; font-weight: inherit }
  ul { margin: 0; padding: 0; list-style: none } img, svg { display: block } img { max-width: 100%; height: auto }
  [data-js-focus-visible] :focus:not([data-focus-visible-added]) { outline: none; box-shadow: none }`

/** Element styles of common starters: a dark root, equal buttons, a reset of all boxes. */
const starter = `
  :root { font-family: system-ui; line-height: 1.5; color: #fffd; background: #222; color-scheme: light dark }
  body { margin: 0; display: flex; place-items: center; min-width: 320px; min-height: 100vh; text-align: center }
  h2 { font-size: 3.2em; line-height: 1.1 } a { font-weight: 500; color: #66f; text-decoration: inherit }
  button { padding: 0.6em 1.2em; border: 1px solid transparent; background-color: #f9f9f9; font-size: 1em; transition: all 0.25s }
  button:hover { border-color: #66f } button:focus, button:focus-visible { outline: 4px auto -webkit-focus-ring-color }`
const everything = `
  * { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; outline: 0 }
  ol, ul { list-style: none } button { all: unset } svg { width: 100%; height: 100%; fill: red } dialog { padding: 3rem }
  .hero p, main p { margin-block: 24px; font-size: 22px } details > summary { list-style: none } pre { background: #111 }
  html { font-size: 62.5% } :focus-visible { outline: 3px solid gold } summary::marker { content: "+" }
  dialog::backdrop { background: red } [popover] { margin: 3em; border: 9px solid } button:disabled, [aria-disabled] { opacity: 0.3 }`
const classless = `
  :root { font-size: 20px } body { max-width: 50rem; margin: auto; letter-spacing: 0.02em }
  button, [role=button], [type=button]:not([disabled]) { margin-bottom: 1rem; padding: 1rem; background: teal; color: #fff; width: 100% }
  button:is([aria-current]:not([aria-current=false]), :hover, :active, :focus) { background: navy; box-shadow: 0 0 0 4px red }
  dialog { display: flex; inset: 0; min-width: 100%; height: 100% } dialog:not([open]) { display: none } dialog[open] { backdrop-filter: blur(9px) }
  a:visited { color: maroon } a:hover { text-decoration: none } ul li { list-style: square; margin: 9px } ul li::marker { color: red }
  details[open] > summary { margin-bottom: 1rem; color: red } img { max-width: 100%; display: block } small { font-size: 0.7em; opacity: 0.7 }`

/** More to try, such as published themes: each file of a folder. What is `!important` there may win, so it is taken as if not. */
const more = process.env['TAKOKIT_PAGE_SHEETS']
const tried = (more ? readdirSync(more) : []).map((name) => [
  name,
  readFileSync(join(more ?? '', name), 'utf8').replaceAll(/\s*!\s*important/g, ''),
])

/** Stylesheets of real pages, without any rule about the kit. */
export const pageSheets: Record<string, string> = {
  absurd,
  'absurd, before': absurdBefore,
  starter,
  everything,
  classless,
  Bootstrap: read('bootstrap/dist/css/bootstrap.css'),
  'Tailwind 3, unlayered': preflight3,
  'Tailwind 3, layered': `@layer base { ${preflight3} }`,
  'Tailwind 4, unlayered': preflight4,
  'Tailwind 4, layered': tailwind4,
  normalize: read('@unocss/reset/normalize.css'),
  'Eric Meyer': read('@unocss/reset/eric-meyer.css'),
  sanitize: read('@unocss/reset/sanitize/sanitize.css'),
  'MUI CssBaseline': baseline,
  'Ant Design': ant,
  Chakra: chakra,
  Pico: read('@picocss/pico/css/pico.css'),
  'Pico, classless': read('@picocss/pico/css/pico.classless.css'),
  Bulma: read('bulma/css/bulma.css'),
  'water.css': read('water.css/out/water.css'),
  ...Object.fromEntries(tried),
}
