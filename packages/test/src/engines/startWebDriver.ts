import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'

export interface WebDriverServer {
  url: string
  stop: () => void
}

/** Starts WebKitGTK's driver on a screen of its own. */
export async function startWebDriver(): Promise<WebDriverServer> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const display = (await firstOutput(screen.stdio[3] as Readable)).trim()
  const port = await freePort()
  const driver: ChildProcess = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    // Containers have no user namespaces for its sandbox, and no graphics card.
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      GDK_BACKEND: 'x11',
    },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  const isUp = () =>
    fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url,
    stop() {
      driver.kill()
      screen.kill()
    },
  }
}

function firstOutput(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    stream.once('data', (data: Buffer) => resolve(data.toString()))
    stream.once('end', () => reject(new Error('Xvfb did not start.')))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
