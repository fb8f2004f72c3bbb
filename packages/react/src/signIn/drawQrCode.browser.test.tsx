import jsQR from 'jsqr'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { scanUri } from '../testing/scanConnector.ts'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'
import '../styles/styles.css'

let world: World | undefined
afterEach(() => world?.client.dispose())

test.each([120, 264])(
  'behavior: with round modules and the wallet’s icon it is read at %i px',
  async (size) => {
    const opened = createWorld({ wallets: [{ name: 'A' }, { name: 'B' }], canScan: true })
    world = opened
    await render(
      <App world={opened}>
        <TakoSignIn />
      </App>,
    )
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Phone wallet' }).click()
    const code = page.getByRole('img', { name: 'Scan with your phone' })
    await expect.element(code).toBeVisible()
    expect(code.element().querySelector('rect')).not.toBeNull()
    expect(await scanAt(code.element(), size)).toBe(scanUri)
  },
)

/** What a scanner reads from the code, drawn at a size. */
async function scanAt(code: Element, size: number): Promise<string | undefined> {
  const copy = code.cloneNode(true) as SVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', `${size}`)
  copy.setAttribute('height', `${size}`)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`
  await image.decode()
  const context = new OffscreenCanvas(size, size).getContext('2d')
  if (!context) throw new Error('There is no canvas.')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size, size)
  context.drawImage(image, 0, 0, size, size)
  return jsQR(context.getImageData(0, 0, size, size).data, size, size)?.data
}
