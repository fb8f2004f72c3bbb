import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Holds wherever the files are served: no inline script or style, and no request to another host. */
const policy =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'"

/** What the theme leaves without a name. */
const names: Record<string, string> = {
  'rp-doc-layout__sidebar': 'aria-label="Pages"',
  'rp-doc-layout__outline': 'aria-label="On this page"',
  'rp-llms-hint': 'role="complementary" aria-label="As Markdown"',
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10)

/**
 * Moves what pages have inline into files: scripts into scripts, `style` attributes into classes of one stylesheet. Then writes the
 * content security policy into each page.
 */
export function finishSite(folder: string, isProduction: boolean): void {
  if (!isProduction || !existsSync(folder)) return
  const rules = new Map<string, string>()
  const scripts = new Map<string, string>()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  )
  for (const file of files) {
    const path = join(folder, file)
    writeFileSync(path, finishPage(readFileSync(path, 'utf8'), { rules, scripts }))
  }
  mkdirSync(join(folder, 'static/inline'), { recursive: true })
  for (const [name, text] of scripts) writeFileSync(join(folder, 'static/inline', name), text)
  const css = [...rules].map(([name, text]) => `.${name}.${name}{${text}}`).join('\n')
  writeFileSync(join(folder, 'static/inline/styles.css'), css)
}

interface Inline {
  rules: Map<string, string>
  scripts: Map<string, string>
}

function finishPage(html: string, { rules, scripts }: Inline): string {
  const withScripts = html.replaceAll(
    /<script((?:(?!\bsrc=)[^>])*)>([\s\S]*?)<\/script>/g,
    (whole, attributes: string, text: string) => {
      if (!text.trim() || /type="application\//.test(attributes)) return whole
      const name = `${hash(text)}.js`
      scripts.set(name, text)
      return `<script${attributes} src="/static/inline/${name}"></script>`
    },
  )
  const withClasses = withScripts.replaceAll(
    /<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*?)\s+style="([^"]*)"((?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?)>/g,
    (_, tag: string, before: string, style: string, after: string) => {
      const name = `i${hash(style)}`
      rules.set(name, style.replaceAll('&quot;', '"').replaceAll('&#x27;', "'"))
      const attributes = before + after
      return attributes.includes(' class="')
        ? `<${tag}${attributes.replace(' class="', ` class="${name} `)}>`
        : `<${tag} class="${name}"${attributes}>`
    },
  )
  const named = withClasses.replaceAll(
    /<(aside|div)( class="[^"]*(rp-doc-layout__sidebar|rp-doc-layout__outline|rp-llms-hint)[^"]*")/g,
    (_, tag: string, classes: string, part: string) => `<${tag} ${names[part]}${classes}`,
  )
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/static/inline/styles.css">`
  return named.replace('<head>', `<head>${head}`)
}
