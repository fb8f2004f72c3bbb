import { UserRejectedRequestError } from 'viem'
import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { toWalletError } from './toWalletError.ts'

const coded = (code: unknown, message = 'x') => Object.assign(new Error(message), { code })

/** A wallet's script may reject with objects that cannot be read. */
const unreadable = new Proxy(
  {},
  {
    get: () => {
      throw new Error('not for you')
    },
  },
)

describe('toWalletError', () => {
  test.each([
    ['4001', coded(4001)],
    ['4001 as a text', coded('4001')],
    ['5000, over WalletConnect', coded(5000)],
    ['5001, chains', { code: 5001, message: 'x' }],
    ['5002, methods', { code: 5002, message: 'x' }],
    ['ethers’ name for it', coded('ACTION_REJECTED')],
    ['viem’s error', new UserRejectedRequestError(coded(4001))],
    ['a code below another error', new Error('outer', { cause: coded(4001) })],
    ['a code in data', { code: -32603, message: 'Internal error.', data: { code: 4001 } }],
    ['a code two below', { code: -32603, data: { originalError: { code: 4001 } } }],
    ['a code below another known one', { code: 4100, data: { originalError: { code: 4001 } } }],
    ['the whole answer', { id: 1, jsonrpc: '2.0', error: { code: 4001, message: 'x' } }],
    ['the whole answer, written out', '{"code":4001,"message":"x"}'],
    ['what ethers 6 keeps of it', { code: 'UNKNOWN_ERROR', info: { error: { code: 4001 } } }],
    ['one of several', new AggregateError([new Error('x'), { code: 4001 }], 'all failed')],
    ['a response', { message: 'x', response: { error: { code: 4001 } } }],
    ['a message that is the answer, written out', new Error('{"code":4001,"message":"x"}')],
    ['a message that is an object', { message: { code: 4001 } }],
    ['a lost code', new Error('User rejected the request.')],
    ['a plain object', { name: 'Internal error', code: -32603, message: 'User rejected it.' }],
    ['a plain object without a code', { message: 'Signature: User denied it.' }],
    ['a text in data', { code: -32000, message: 'x', data: 'Cancelled' }],
    ['a text alone', 'MetaMask Message Signature: User denied message signature.'],
    ['a text below', new Error('x', { cause: { error: { message: 'Rejected' } } })],
    ['closed', new Error('User closed modal')],
    ['closed, without a person', new Error('Popup window closed')],
    ['cancelled', 'CANCELLED'],
    ['canceled', { message: 'Request canceled' }],
    ['denied', { reason: 'DENIED' }],
    ['declined', 'The user has declined.'],
    ['refused by the person', 'Request rejected by the user'],
    ['a name alone', { name: 'UserRejectedRequestError' }],
    ['the name of an error', Object.assign(new Error('x'), { name: 'UserRejectedRequestError' })],
    ['a type alone', { type: 'cancelled' }],
    ['a word as the code', { code: 'USER_REJECTED' }],
    ['a word as the code, in small letters', { code: 'user_cancelled', message: 'x' }],
    ['the end of a window as the code', { code: 'MODAL_CLOSED' }],
    ['4001 as a bigint', { code: 4001n }],
    ['4001 with blanks', { code: ' 4001 ' }],
    ['another name of the code', { errorCode: 4001 }],
    ['another name of the message', { code: -32603, errorMessage: 'User denied it' }],
    ['a description', { description: 'The request was declined' }],
    ['a status', { status: 'rejected' }],
    ['not approved', new Error('The user did not approve the request.')],
    ['not confirmed', 'User has not confirmed'],
    ['ethers 5, a body that is written out', { body: '{"error":{"code":4001,"message":"x"}}' }],
    ['a payload', { payload: { error: { code: 5000 } } }],
    ['a number alone', 4001],
    ['a bigint alone', 4001n],
    ['a number as a text', '4001'],
    ['a number as the cause', new Error('x', { cause: 4001 })],
    ['a number in place of an error', { error: 4001 }],
    ['a code beside another', { code: -32603, errorCode: 4001 }],
    ['a status beside a code', { code: 'UNKNOWN_ERROR', status: 4001 }],
    ['an answer after words', new Error('Internal JSON-RPC error.\n{ "code": 4001 }')],
    ['an answer after blanks', '\n {"code":4001}'],
    ['a list of answers, written out', '[{"code":4001}]'],
    ['an answer written out twice', JSON.stringify(JSON.stringify({ code: 4001 }))],
    ['a code in a sentence', new Error('RPC Error: 4001')],
    ['a code in parentheses', 'The wallet failed (code: 4001)'],
    ['ethers’ sentence', new Error('x (action="signMessage", code=ACTION_REJECTED, version=6)')],
    ['a list', [{ code: 4001 }]],
    ['a list of texts', ['User rejected']],
    ['a function', Object.assign(() => {}, { code: 4001 })],
    ['frozen, without a prototype', Object.freeze({ __proto__: null, code: 4001 })],
    ['what it inherits', Object.create({ code: 4001 })],
    ['a passkey’s prompt', new DOMException('Not allowed.', 'NotAllowedError')],
    ['a Ledger', { name: 'TransportStatusError', statusCode: 0x6985, message: 'x (0x6985)' }],
    ['a Trezor', { payload: { error: 'x', code: 'Failure_ActionCancelled' } }],
    ['exited', 'User exited the flow'],
    ['in Japanese', '署名がユーザーによって拒否されました'],
    ['in Korean', '사용자가 요청을 거부했습니다'],
    ['in Spanish', 'El usuario rechazó la solicitud'],
    ['in German', 'Vom Benutzer abgelehnt'],
    ['in French', 'L’utilisateur a annulé la demande'],
    ['in Russian', 'Пользователь отклонил запрос'],
    ['a text in a box', new String('User rejected the request.')],
    ['a number in a box', Object(4001)],
    ['a code in a box', { code: Object(4001) }],
    ['a message in a box', { message: new String('User denied it') }],
    ['a text of its own', { toString: () => 'Error: User rejected the request.' }],
    [
      'frozen, all of it',
      Object.freeze(Object.assign(new Error('x'), { data: Object.freeze({ code: 4001 }) })),
    ],
    ['an event of the page', Object.assign(new Event('error'), { error: { code: 4001 } })],
    [
      'a private member’s twin',
      new (class extends Error {
        get code() {
          return 4001
        }
      })('x'),
    ],
    ['a promise of an error’s own', { reason: { code: 4001 } }],
    ['a detail', { detail: { code: 4001 } }],
    ['an inner', { inner: { code: 4001 } }],
    ['metadata', { metadata: { error: { code: 4001 } } }],
    ['nothing', undefined],
    ['null', null],
    ['false', false],
    ['an empty text', ''],
    [
      'beside a list that throws when it is read',
      {
        errors: new Proxy([], {
          get: () => {
            throw new Error('not for you')
          },
        }),
        data: { code: 4001 },
      },
    ],
    ['beside parts that throw when they are read', { cause: unreadable, data: { code: 4001 } }],
  ])('behavior: a refusal: %s', (_, cause) => {
    const error = toWalletError(cause)
    expect(error.code).toBe('wallet/rejected')
    expect(error.cause).toBe(cause)
    expect(error.message).toBe('The request was closed in the wallet. Nothing was signed.')
  })

  test.each([
    ['4100', coded(4100), 'wallet/not-authorized'],
    ['-32002', coded(-32002, 'already pending'), 'wallet/request-pending'],
    ['-32002, with other words', coded(-32002, 'Request rejected'), 'wallet/request-pending'],
    ['4200', coded(4200), 'wallet/cannot-sign'],
    ['-32601', { error: { code: -32601 } }, 'wallet/cannot-sign'],
    ['4900', coded(4900, 'The connection was closed.'), 'wallet/not-connected'],
    ['a limit', new Error('Request rejected: rate limit exceeded'), 'wallet/failed'],
    ['a limit by its code', { code: -32005, message: 'Request rejected' }, 'wallet/failed'],
    ['a node', { code: -32000, message: 'transaction rejected by node' }, 'wallet/failed'],
    ['a socket', new Error('WebSocket connection closed'), 'wallet/failed'],
    ['a script’s port', 'The message port closed before a response was received.', 'wallet/failed'],
    ['a time-out', new Error('Request cancelled: timed out'), 'wallet/failed'],
    ['a plain object', { message: 'boom' }, 'wallet/failed'],
    ['an empty one', {}, 'wallet/failed'],
    ['an object’s own names', { code: 'constructor' }, 'wallet/failed'],
    ['a name of a node’s error', { name: 'TransactionRejectedRpcError' }, 'wallet/failed'],
    ['a name of a socket’s error', { name: 'SocketClosedError' }, 'wallet/failed'],
    ['viem’s connection', { name: 'WebSocketConnectionClosedError' }, 'wallet/failed'],
    ['a word of a machine', { code: 'RPC_REQUEST_REJECTED' }, 'wallet/failed'],
    ['a limit as the code', { code: 'RATE_LIMIT_REJECTED' }, 'wallet/failed'],
    ['a node’s status', { status: 429, message: 'Request denied' }, 'wallet/failed'],
    ['a bigint that is no refusal', { code: -32002n }, 'wallet/request-pending'],
    ['a type of another kind', { type: 'error' }, 'wallet/failed'],
    ['a number', 7, 'wallet/failed'],
    ['zero', 0, 'wallet/failed'],
    ['a number of another meaning', 'Timed out after 4001 ms', 'wallet/failed'],
    ['a chain of that number', new Error('Unsupported chain 4001'), 'wallet/failed'],
    ['a symbol', Symbol('4001'), 'wallet/failed'],
    ['a code of ours beside another', { code: -32603, status: -32002 }, 'wallet/request-pending'],
    ['what cannot be read', unreadable, 'wallet/failed'],
  ])('behavior: no refusal: %s', (_, cause, code) => {
    const error = toWalletError(cause)
    expect(error).toBeInstanceOf(TakoKitError)
    expect(error).toMatchObject({ code })
    expect(error.cause).toBe(cause)
    expect(error.message).toMatch(/^(The|This) wallet .*\.$/)
  })

  test('behavior: a proxy that is not even to be asked what it is', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(toWalletError(proxy).code).toBe('wallet/failed')
  })

  test('behavior: one of ours stays as it is', () => {
    const error = new TakoKitError('sign-in/cancelled', 'x')
    expect(toWalletError(error)).toBe(error)
  })

  test('behavior: a cause that goes in circles, or never ends, ends', () => {
    const cause: Error & { cause?: unknown; data?: unknown } = new Error('round')
    cause.cause = { error: cause }
    expect(toWalletError(cause).code).toBe('wallet/failed')
    const endless = new Proxy({}, { get: () => ({ ...cause, cause: endless }) }) as object
    expect(toWalletError(endless).code).toBe('wallet/failed')
  })
})
