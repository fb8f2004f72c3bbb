import { readFileSync } from 'node:fs'
import { bundle } from 'lightningcss'
import postcss, { type AtRule, type Plugin } from 'postcss'
import presetEnv from 'postcss-preset-env'

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

/** Rewrites a stylesheet as the bundlers of dapps do: Next.js 16 and Vite by the first, older and webpack's by the second. */
export const lowerings: Record<string, (file: string) => string | Promise<string>> = {
  'Lightning CSS': (file) => bundle({ filename: file, minify: true, targets }).code.toString(),
  async PostCSS(file) {
    // As Next.js has it: variables stay what they are.
    const features = { 'custom-properties': false }
    const plugins = [presetEnv({ browsers, features }), skipsWhatIsNew]
    const css = readFileSync(file, 'utf8')
    return (await postcss(plugins).process(css, { from: undefined })).css
  },
}
