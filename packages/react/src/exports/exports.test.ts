import { expect, test } from 'vitest'
import * as exported from './index.ts'

const names = (module: object) => Object.keys(module).sort()

test('default: the names that are exported', () => {
  const { Session, SignIn } = exported
  expect({
    index: names(exported),
    SignIn: names(SignIn),
    Session: names(Session),
  }).toMatchInlineSnapshot()
})
