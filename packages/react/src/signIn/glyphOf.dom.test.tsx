import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { coinbaseWallet, metaMask, walletConnect } from 'wagmi/connectors'
import type { WalletConnector } from '../wagmi/WalletOption.ts'
import { glyphOf } from './glyphOf.ts'
import { WalletTile } from './WalletTile.tsx'

afterEach(cleanup)

/** The luminance of an sRGB colour, as WCAG 2 defines it. */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const connector = (type: string) => ({ type }) as WalletConnector
const own = { 'Coinbase Wallet': coinbaseWallet, MetaMask: metaMask, WalletConnect: walletConnect }

test.each(Object.entries(own))(
  'behavior: wagmi’s connector of %s, which has no image, is drawn in white on a dark enough colour',
  (name, { type }) => {
    const { container } = render(<WalletTile name={name} connector={connector(type)} />)
    expect(container.textContent).toBe('')
    expect(container.querySelector('path')?.getAttribute('d')).toMatch(/^M/)
    const { colour } = glyphOf(connector(type)) ?? { colour: '#ffffff' }
    expect(1.05 / (luminanceOf(colour) + 0.05)).toBeGreaterThanOrEqual(4.5)
  },
)

test('behavior: the three are told apart, and another is its initial', () => {
  const paths = Object.values(own).map(({ type }) => glyphOf(connector(type))?.path)
  expect(new Set(paths).size).toBe(3)
  const { container } = render(<WalletTile name="harbour" connector={connector('injected')} />)
  expect(container.textContent).toBe('H')
  expect(container.querySelector('path')).toBeNull()
})
