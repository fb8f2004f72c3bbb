import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { getEnsAvatar, getEnsName } from 'wagmi/actions'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'

vi.mock('wagmi/actions', async (load) => ({
  ...(await load<typeof import('wagmi/actions')>()),
  getEnsName: vi.fn(),
  getEnsAvatar: vi.fn(),
}))

const askName = vi.mocked(getEnsName)
const askAvatar = vi.mocked(getEnsAvatar)
const avatarUrl = 'https://pictures.example/ada.png'
const short = '0xf39F…2266'

// Loading the menu from the disk may take a while, and is not what is tested.
beforeAll(() => import('./parts.ts'))
beforeEach(() => {
  askName.mockReset().mockResolvedValue('ada.eth')
  askAvatar.mockReset().mockResolvedValue(avatarUrl)
})
afterEach(cleanup)

async function open(props: TakoSignInProps = {}) {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  render(
    <App world={world}>
      <TakoSignIn {...props} />
    </App>,
  )
  return screen.findByRole('button', { name: /^Account/ })
}

const pictures = () => [...document.querySelectorAll('img')].map(({ src }) => src)

test('default: nobody is asked, and the address is short', async () => {
  const button = await open()
  fireEvent.click(button)
  await screen.findByText('Sign out')
  expect(button.textContent).toBe(short)
  expect(askName).not.toHaveBeenCalled()
  expect(askAvatar).not.toHaveBeenCalled()
  expect(pictures()).toEqual([])
})

test('parameters: ens asks for the name alone', async () => {
  const button = await open({ ens: true })
  await waitFor(() => expect(button.textContent).toBe('ada.eth'))
  expect(button.getAttribute('aria-label')).toBe('Account \u2068ada.eth\u2069')
  fireEvent.click(button)
  await screen.findByText('Sign out')
  expect(screen.getAllByText('ada.eth')).toHaveLength(2)
  expect(askAvatar).not.toHaveBeenCalled()
  expect(pictures()).toEqual([])
})

test('parameters: ensAvatar shows the picture, and no name', async () => {
  const button = await open({ ensAvatar: true })
  await waitFor(() => expect(pictures()).toEqual([avatarUrl]))
  expect(button.textContent).toBe(short)
  // The picture's host does not learn the page.
  expect(document.querySelector('img')?.referrerPolicy).toBe('no-referrer')
  fireEvent.click(button)
  await screen.findByText('Sign out')
  expect(pictures()).toEqual([avatarUrl, avatarUrl])
})

test('behavior: a resolver that fails, or knows no name, leaves the short address', async () => {
  askName.mockRejectedValueOnce(new Error('The chain is not there.'))
  const button = await open({ ens: true, ensAvatar: true })
  await waitFor(() => expect(askName).toHaveBeenCalledTimes(1))
  expect(button.textContent).toBe(short)
  cleanup()
  askName.mockResolvedValueOnce(null)
  const other = await open({ ens: true, ensAvatar: true })
  await waitFor(() => expect(askName).toHaveBeenCalledTimes(2))
  expect(other.textContent).toBe(short)
  expect(askAvatar).not.toHaveBeenCalled()
})

test('behavior: an avatar that fails leaves the name', async () => {
  askAvatar.mockRejectedValueOnce(new Error('The gateway is not there.'))
  const button = await open({ ens: true, ensAvatar: true })
  await waitFor(() => expect(button.textContent).toBe('ada.eth'))
  expect(pictures()).toEqual([])
})

test.each(['عربي.eth', '1234.eth'])('behavior: %s reads in its own direction', async (name) => {
  askName.mockResolvedValue(name)
  const button = await open({ ens: true })
  await waitFor(() => expect(button.textContent).toBe(name))
  expect(button.querySelector('.takokit-label')?.getAttribute('dir')).toBe('auto')
  fireEvent.click(button)
  await screen.findByText('Sign out')
  expect(screen.getAllByText(name).some((element) => element.tagName === 'BDI')).toBe(true)
})

test.each(['Ada.eth', 'ａda.eth', 'a‍da.eth', 'аdа.eth.', 'ada\u202e.eth'])(
  'behavior: %s, not in the one spelling that names have, is not shown',
  async (name) => {
    askName.mockResolvedValue(name)
    const button = await open({ ens: true, ensAvatar: true })
    await waitFor(() => expect(askName).toHaveBeenCalled())
    await act(async () => void (await askName.mock.results.at(-1)?.value))
    expect(button.textContent).toBe(short)
    expect(askAvatar).not.toHaveBeenCalled()
  },
)
