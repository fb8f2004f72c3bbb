import { expect, test } from 'vitest'
import { toConnectError } from './toConnectError.ts'

const named = (name: string, message = '') => Object.assign(new Error(message), { name })

test.each([
  ['a connector without its wallet', named('ProviderNotFoundError'), 'wallet/not-found'],
  ['no list of addresses', named('TypeError', 'x.map is not a function'), 'wallet/not-connected'],
  ['a code that nobody scanned', new Error('Proposal expired'), 'wallet/not-connected'],
  ['a refusal over WalletConnect', { code: 5000, message: 'No.' }, 'wallet/rejected'],
  ['anything else', new Error('Broken.'), 'wallet/failed'],
])('default: %s', (_, cause, code) => {
  expect(toConnectError(cause)).toMatchObject({ code, cause })
})
