import { expect, test } from 'vitest'
import { createTestWallet } from '../createTestWallet.ts'

type Detail = { info: { name: string }; provider: unknown }

function page() {
  const target = new EventTarget()
  const details: Detail[] = []
  target.addEventListener('eip6963:announceProvider', (event) => {
    details.push((event as CustomEvent<Detail>).detail)
  })
  const ask = () => target.dispatchEvent(new Event('eip6963:requestProvider'))
  return { target, details, ask }
}

test('default', () => {
  const wallet = createTestWallet()
  const { target, details, ask } = page()
  const stop = wallet.announce(target)
  ask()
  expect(details).toHaveLength(2)
  expect(details[0]).toEqual({ info: wallet.info, provider: wallet.provider })
  expect(details[1]).toBe(details[0])
  expect(Object.isFrozen(details[0])).toBe(true)
  expect(Object.isFrozen(details[0]?.info)).toBe(true)
  stop()
  ask()
  expect(details).toHaveLength(2)
})

test('behavior: on a server nothing happens', () => {
  expect(globalThis.window).toBeUndefined()
  const stop = createTestWallet().announce()
  expect(stop).not.toThrow()
})

test('behavior: info has the form that EIP-6963 asks for', () => {
  const { info } = createTestWallet()
  expect(info).toEqual({
    uuid: expect.stringMatching(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ),
    name: 'Test Wallet',
    rdns: 'test.takokit.test-wallet',
    icon: expect.stringMatching(/^data:image\/svg\+xml,%3Csvg/),
  })
  expect(createTestWallet().info.uuid).not.toBe(info.uuid)
})

test('parameters: name, icon, rdns, uuid', () => {
  const { info } = createTestWallet({ name: '  Über Wallet 2! ' })
  expect(info.rdns).toBe('test.takokit.uber-wallet-2')
  expect(createTestWallet({ name: '钱包' }).info.rdns).toBe('test.takokit.wallet')
  expect(info.icon).not.toBe(createTestWallet().info.icon)

  const given = {
    name: 'Zerion',
    icon: 'data:image/svg+xml,%3Csvg/%3E',
    rdns: 'io.zerion.wallet',
    uuid: 'd7a2c8a0-5a3c-4b52-9d1c-6f9a0f6b4d11',
  } as const
  expect(createTestWallet(given).info).toEqual(given)
})
