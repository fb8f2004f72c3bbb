import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, transform } from 'lightningcss'
import postcss, { type AtRule, type Plugin } from 'postcss'
import presetEnv from 'postcss-preset-env'
import tailwind3 from 'tailwindcss-3'
import { buildTailwind4 } from './tailwindSheets.ts'

const version = (major: number, minor = 0) => (major << 16) | (minor << 8)
/** Browsers of 2022: none knows `light-dark()`, nesting, `oklch()` or layers. */
const targets = { chrome: version(98), firefox: version(96), safari: version(15, 2) }
const browsers = ['chrome 98', 'firefox 96', 'safari 15.2']

/** What such a browser skips: it is there beside what was lowered, for newer ones. */
const skipsWhatIsNew: Plugin = {
  postcssPlugin: 'skips-what-is-new',
  OnceExit(root) {
    root.walkAtRules('supports', (rule: AtRule) => {
      if (/light-dark/.test(rule.params)) rule.remove()
    })
  },
}

// As Next.js has it: variables stay what they are.
const oldBrowsers = [
  presetEnv({ browsers, features: { 'custom-properties': false } }),
  skipsWhatIsNew,
]

/** The entry that the guide shows. */
const tailwind4Entry = readFileSync(join(import.meta.dirname, 'tailwind4.css'), 'utf8')
const tailwind3Entry = '@tailwind base; @tailwind components; @tailwind utilities;'

/** Rewrites a stylesheet as the bundlers of dapps do: Next.js 16 and Vite by the first, older and webpack's by the second. */
export const lowerings: Record<string, (file: string) => string | Promise<string>> = {
  'Lightning CSS': (file) => bundle({ filename: file, minify: true, targets }).code.toString(),
  async PostCSS(file) {
    return (await postcss(oldBrowsers).process(readFileSync(file, 'utf8'), { from: undefined })).css
  },
  // Imported into the application's entry of Tailwind, which finds no class name of the kit in the application's files.
  async 'Tailwind 3'(file) {
    const plugins = [tailwind3({ content: [{ raw: '<main class="p-4">' }] }), ...oldBrowsers]
    const entry = tailwind3Entry + readFileSync(file, 'utf8')
    return (await postcss(plugins).process(entry, { from: undefined })).css
  },
  async 'Tailwind 4'(file) {
    const isLayered = file.endsWith('styles.layer.css')
    const entry = isLayered ? tailwind4Entry : `@import "tailwindcss"; @import "${file}"`
    const css = await buildTailwind4(entry, ['p-4'], { '@takokit/react/styles.layer.css': file })
    return transform({ filename: file, code: Buffer.from(css), targets }).code.toString()
  },
}
