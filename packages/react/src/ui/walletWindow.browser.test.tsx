import { getSession } from '@takokit/core'
import { afterEach, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

const button = (name: string | RegExp) => page.getByRole('button', { name })
const ours = () => document.querySelector<HTMLDialogElement>('dialog.takokit-dialog')
const drawn: Element[] = []

withoutMotion()
afterEach(async () => {
  for (const one of drawn.splice(0)) one.remove()
  await page.viewport(414, 896)
})

function add(tag: string, css: string, parent: ParentNode = document.body): HTMLElement {
  const element = document.createElement(tag)
  element.style.cssText = css
  parent.append(element)
  if (parent === document.body) drawn.push(element)
  return element
}

const middle =
  'position: fixed; inset: 0; margin: auto; width: 300px; height: 400px; background: #fff;'

/** What wallets add to a page. Each returns where its button goes, and a function that removes the window. */
const windows: Record<string, () => { place: ParentNode; close: () => void }> = {
  'above every z-index'() {
    const box = add('div', `${middle} z-index: 2147483647`)
    return { place: box, close: () => box.remove() }
  },
  'with a low z-index, over a shade'() {
    const shade = add('div', 'position: fixed; inset: 0; z-index: 10; background: #0008')
    const box = add('div', middle, shade)
    return { place: box, close: () => shade.remove() }
  },
  'in a wrapper, in a shadow root'() {
    const root = add('div', '').attachShadow({ mode: 'open' })
    const box = add('div', `${middle} z-index: 1000`, root)
    return { place: box, close: () => root.host.remove() }
  },
  'in the top layer'() {
    const box = add('div', middle)
    box.popover = 'manual'
    box.showPopover()
    return { place: box, close: () => box.remove() }
  },
}

function drawWith(world: World, draw: (typeof windows)[string]): () => HTMLElement | undefined {
  const { provider, controls } = world.wallet
  const request = provider.request.bind(provider)
  let approve: HTMLElement | undefined
  Object.assign(provider, {
    request(call: { method: string }) {
      const answer = request(call as never)
      if (!/requestPermissions|requestAccounts|personal_sign/.test(call.method)) return answer
      const { place, close } = draw()
      approve = add('button', 'position: absolute; left: 90px; top: 190px; height: 40px', place)
      approve.textContent = 'Approve'
      approve.addEventListener('click', () => {
        approve = undefined
        close()
        controls.approve()
      })
      return answer
    },
  })
  return () => approve
}

/** Whether a tap hits the element, through shadow roots. */
function isHit(element: HTMLElement): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const root = element.getRootNode() as Document | ShadowRoot
  return root.elementFromPoint(left + width / 2, top + height / 2) === element
}

describe.each(Object.entries(windows))('behavior: a wallet that draws its window %s', (_, draw) => {
  describe.each([
    ['wide', 1200],
    ['narrow', 360],
  ])('on a %s page', (_width, width) => {
    test.each(['injected', 'magic'])('can be used in both steps: %s', async (type) => {
      await page.viewport(width, 800)
      const wallets = [{ name: 'Harbour', approval: 'manual' as const, type }, { name: 'Lantern' }]
      const world = createWorld({ wallets })
      const getApprove = drawWith(world, draw)
      await render(
        <App world={world}>
          <TakoSignIn />
        </App>,
      )
      await expect.poll(() => world.config.state.status).toBe('disconnected')
      await userEvent.click(button('Sign in'))
      await userEvent.click(button(/Harbour/))
      const reach = async () => {
        await expect.poll(() => getApprove() !== undefined).toBe(true)
        await expect.poll(() => isHit(getApprove() as HTMLElement)).toBe(true)
        if (ours()) expect(ours()?.matches(':modal, :popover-open')).toBe(false)
        expect(ours()?.getAttribute('aria-modal') ?? null).toBeNull()
        await userEvent.click(button('Approve'))
      }
      await reach()
      if (type === 'magic') await userEvent.click(button(/^Sign in with/))
      await reach()
      await expect.poll(() => getSession(world.client).status).toBe('signedIn')
    })
  })

  test('can be used where it was connected before', async () => {
    const wallets = [{ name: 'Harbour', approval: 'manual' as const, isAuthorized: true }]
    const world = createWorld({ wallets })
    const getApprove = drawWith(world, draw)
    await render(
      <App world={world}>
        <TakoSignIn />
      </App>,
    )
    await expect.poll(() => world.config.state.status).toBe('connected')
    await userEvent.click(button('Sign in'))
    await expect.poll(() => getApprove() !== undefined).toBe(true)
    await expect.element(page.getByRole('dialog', { name: /Harbour/ })).toBeInTheDocument()
    await expect.poll(() => isHit(getApprove() as HTMLElement)).toBe(true)
    await userEvent.click(button('Approve'))
    await expect.poll(() => getSession(world.client).status).toBe('signedIn')
  })
})

test('behavior: a frame that lay there hidden, and is shown when the wallet is asked', async () => {
  const frame = add('iframe', `${middle} z-index: 999; display: none`)
  const wallets = [{ name: 'Harbour', approval: 'manual' as const }, { name: 'Lantern' }]
  const world = createWorld({ wallets })
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await expect.poll(() => world.config.state.status).toBe('disconnected')
  await userEvent.click(button('Sign in'))
  await userEvent.click(button(/Harbour/))
  await world.wallet.controls.waitForPending()
  await expect.element(page.getByRole('dialog', { name: /^Open .?Harbour/ })).toBeVisible()
  expect(ours()?.matches(':modal')).toBe(true)
  frame.style.display = 'block'
  await expect.poll(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)).toBe(frame)
  frame.style.display = 'none'
  await expect.poll(() => ours()?.matches(':modal')).toBe(true)
  expect(ours()?.contains(document.activeElement)).toBe(true)
})

test('behavior: what the page had open before is not taken for a wallet’s window', async () => {
  add('div', `${middle} z-index: 50`)
  const wallets = [{ name: 'Harbour', approval: 'manual' as const, isAuthorized: true }]
  const world = createWorld({ wallets })
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await expect.poll(() => world.config.state.status).toBe('connected')
  ;(button('Sign in').element() as HTMLElement).click()
  await expect.element(page.getByRole('dialog', { name: /^Confirm in/ })).toBeVisible()
  // A notice that the application shows meanwhile is small.
  add('div', 'position: fixed; inset: auto 8px 8px auto; width: 320px; height: 56px')
  await new Promise((resolve) => document.body.animate([], 400).finished.then(resolve))
  expect(ours()?.matches(':modal')).toBe(true)
})
