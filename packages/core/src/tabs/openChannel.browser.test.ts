import { afterEach, expect, test, vi } from 'vitest'
import type { TabMessage } from '../types/Platform.ts'
import { openChannel } from './openChannel.ts'

const message: TabMessage = { v: 1, provider: 'tako', account: 'alice', sid: 'sid-1', gen: 2 }
let names = 0
const freshName = () => `takokit:test:${Date.now()}:${names++}`

afterEach(() => vi.unstubAllGlobals())

test('default: others hear it, who says it does not', async () => {
  const name = freshName()
  const own = vi.fn()
  const sender = openChannel(name, own)
  const heard = await new Promise<TabMessage>((resolve) => {
    openChannel(name, resolve)
    sender.post(message)
  })
  expect(heard).toEqual(message)
  expect(own).not.toHaveBeenCalled()
  sender.close()
})

test('behavior: closed, it hears nothing more', async () => {
  const name = freshName()
  const closed = vi.fn()
  openChannel(name, closed).close()
  const sender = openChannel(name, () => {})
  await new Promise<TabMessage>((resolve) => {
    openChannel(name, resolve)
    sender.post(message)
  })
  expect(closed).not.toHaveBeenCalled()
  sender.close()
})

test('behavior: where there is no BroadcastChannel nothing happens', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const heard = vi.fn()
  const channel = openChannel(freshName(), heard)
  expect(() => {
    channel.post(message)
    channel.close()
  }).not.toThrow()
  expect(heard).not.toHaveBeenCalled()
})
