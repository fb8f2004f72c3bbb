import { existsSync } from 'node:fs'
import { firefox } from 'playwright'
import type { Engine } from './Engine.ts'
import { startWebDriver } from './startWebDriver.ts'
import { WebDriver } from './WebDriver.ts'

export type EngineName = 'firefox' | 'webkit'

const firefoxPath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'
const browsers = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/libexec',
].flatMap((folder) =>
  ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => `${folder}/${name}/MiniBrowser`),
)

/** What must be installed for an engine, as its Debian packages; `undefined` where it is. */
export function missingFor(name: EngineName): string | undefined {
  if (name === 'firefox') return existsSync(firefoxPath) ? undefined : 'firefox-esr'
  const isThere = existsSync('/usr/bin/Xvfb') && existsSync('/usr/bin/WebKitWebDriver')
  return isThere && browsers.some((path) => existsSync(path)) ? undefined : 'webkit2gtk-driver xvfb'
}

export const launchEngine = { firefox: launchFirefox, webkit: launchWebKit } satisfies Record<
  EngineName,
  () => Promise<Engine>
>

async function launchFirefox(): Promise<Engine> {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath })
  const context = await browser.newContext()
  return {
    async open(url) {
      const page = await context.newPage()
      await page.goto(url)
      return {
        click: (xpath) => page.locator(`xpath=${xpath}`).click(),
        evaluate: (body) => page.evaluate(`(async () => { ${body} })()`),
      }
    },
    close: () => browser.close(),
  }
}

async function launchWebKit(): Promise<Engine> {
  const server = await startWebDriver()
  const binary = browsers.find((path) => existsSync(path))
  const driver = await WebDriver.start(server.url, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  })
  return {
    async open(url) {
      const window = await driver.openWindow()
      await driver.go(window, url)
      return {
        click: (xpath) => driver.click(window, xpath),
        evaluate: (body) => driver.evaluate(window, body),
      }
    },
    async close() {
      await driver.stop()
      server.stop()
    },
  }
}
