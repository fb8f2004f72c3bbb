import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { connectedWallet } from '../testing/connectedWallet.ts'

/** Clicks a button whose handler is `onClick`, and returns whether each request came in the click's own task. */
async function requestsInTaskOfClick(onClick: (sign: () => Promise<unknown>) => Promise<unknown>) {
  const { sign, controls } = connectedWallet()
  const button = document.createElement('button')
  document.body.append(button)
  const seen: [string, boolean][] = []
  let isClickTask = false
  const stop = controls.onRequest((method) => seen.push([method, isClickTask]))
  const done = new Promise((resolve) => {
    button.addEventListener('click', () => {
      isClickTask = true
      // A message is the next task at the earliest: after every microtask of this one.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        isClickTask = false
      }
      port2.postMessage(undefined)
      resolve(onClick(() => sign('hi')))
    })
  })
  await userEvent.click(button)
  await done
  stop()
  button.remove()
  return seen
}

test('behavior: onRequest tells a request in the task of a click from a later one', async () => {
  const direct = await requestsInTaskOfClick(async (sign) => {
    await Promise.resolve()
    await Promise.resolve()
    return sign()
  })
  expect(direct).toEqual([['personal_sign', true]])

  const late = await requestsInTaskOfClick(async (sign) => {
    await new Promise((resolve) => setTimeout(resolve))
    return sign()
  })
  expect(late).toEqual([['personal_sign', false]])
})
