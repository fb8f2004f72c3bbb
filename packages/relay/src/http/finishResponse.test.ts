import { afterEach, expect, test, vi } from 'vitest'
import { finishResponse } from './finishResponse.ts'
import { toResponse } from './toResponse.ts'

afterEach(() => vi.unstubAllGlobals())

test('behavior: no two answers share their headers, where the platform keeps the object that it is given', () => {
  class KeepingResponse {
    readonly headers: Headers
    constructor(_: unknown, init: ResponseInit) {
      this.headers = init.headers instanceof Headers ? init.headers : new Headers(init.headers)
    }
  }
  vi.stubGlobal('Response', KeepingResponse)
  const answers = ['one', 'other'].map((name) =>
    toResponse(finishResponse({}, { status: 200, requestId: name, cookies: [`${name}=1`] })),
  )
  expect(answers.map(({ headers }) => headers.getSetCookie())).toEqual([['one=1'], ['other=1']])
  expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(['one', 'other'])
})
