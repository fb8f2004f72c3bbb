import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSiweMessage } from '@takokit/core/siwe'
import { afterEach, describe, expect, test, vi } from 'vitest'

const folder = resolve(import.meta.dirname, '../../../core/src/message/siwe')

/** Texts that make a parser go back, each of the given length. */
const parts: Record<string, (length: number) => string> = {
  'a statement of labels': (length) => message({ statement: 'URI: '.repeat(length / 5) }),
  'a nonce': (length) => message({ nonce: '1'.repeat(length) }),
  'a nonce with a fault at its end': (length) => message({ nonce: `${'1'.repeat(length)}!` }),
  'a domain of colons': (length) => message({ domain: `[${':'.repeat(length)}]` }),
  'a domain of user infos': (length) => message({ domain: 'a@'.repeat(length / 2) }),
  'a domain of percent signs': (length) => message({ domain: '%41'.repeat(length / 3) }),
  'an IPv6 host of groups': (length) => message({ domain: `[${'1:'.repeat(length / 2)}]` }),
  'a URI of slashes': (length) => message({ uri: `a:${'/'.repeat(length)}` }),
  'a URI of marks': (length) => message({ uri: `a:${'?#'.repeat(length / 2)}` }),
  'a chain of digits': (length) => message({ chainId: '9'.repeat(length) }),
  'a fraction of digits': (length) =>
    message({ date: `2026-03-14T09:25:00.${'0'.repeat(length)}` }),
  'empty lines': (length) => '\n'.repeat(length),
  resources: (length) => `${message({})}\nResources:${'\n- a:'.repeat(length / 5)}`,
  headers: (length) => ' wants you to sign in with your Ethereum account:'.repeat(length / 49),
}

function message({
  domain = 'vault.example.net',
  statement = 'Open the vault.',
  uri = 'https://vault.example.net',
  chainId = '1',
  nonce = 'k7Qm2xZp9Lr4Tb0w',
  date = '2026-03-14T09:25:00Z',
}): string {
  return `${domain} wants you to sign in with your Ethereum account:
0x70997970C51812dc3A010C7d01b50e0d17dc79C8

${statement}

URI: ${uri}
Version: 1
Chain ID: ${chainId}
Nonce: ${nonce}
Issued At: ${date}`
}

/** The functions of a text that may read all of it, and a regular expression's. Each counts as the length of what it reads. */
const readers = ['search', 'split', 'indexOf', 'slice', 'toLowerCase', 'toUpperCase'] as const
const compared = ['startsWith', 'endsWith'] as const

function countVisited(text: string): number {
  let visited = 0
  for (const name of readers) {
    const original = String.prototype[name] as (...given: unknown[]) => unknown
    vi.spyOn(String.prototype, name).mockImplementation(function (
      this: string,
      ...given: unknown[]
    ) {
      visited += this.length
      return original.apply(this, given) as never
    })
  }
  for (const name of compared) {
    const original = String.prototype[name]
    vi.spyOn(String.prototype, name).mockImplementation(function (this: string, given: string) {
      visited += given.length
      return original.call(this, given)
    })
  }
  const exec = RegExp.prototype.exec
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, given: string) {
    visited += given.length
    return exec.call(this, given)
  })
  try {
    parseSiweMessage(text, { maxLength: text.length })
  } catch {
    // A refusal costs no more than a verdict.
  } finally {
    vi.restoreAllMocks()
  }
  return visited
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('parseSiweMessage: the time it takes', () => {
  test.each(Object.entries(parts))('grows with the length of %s', (_, write) => {
    const short = countVisited(write(2_000))
    const long = countVisited(write(8_000))
    expect(short).toBeGreaterThan(1_000)
    // Four times the text, four times the characters, and never more than some rounds through all of them.
    expect(long).toBeLessThan(short * 5)
    expect(long).toBeLessThan(write(8_000).length * 25)
  })

  test('what is longer than the cap is not read', () => {
    const text = message({ statement: 'URI: '.repeat(200_000) })
    const spy = vi.spyOn(String.prototype, 'split')
    expect(() => parseSiweMessage(text)).toThrow('are allowed')
    expect(spy).not.toHaveBeenCalled()
  })

  test('no expression repeats a part without bound, so that none goes back', () => {
    for (const file of readdirSync(folder).filter((name) => !name.endsWith('.test.ts'))) {
      const code = readFileSync(join(folder, file), 'utf8').replaceAll(
        /\/\*[^]*?\*\/|\/\/.*$/gm,
        '',
      )
      const expressions =
        code.match(/\/(?:\[(?:\\.|[^\]\\])*\]|\\.|[^/\n[\\ ])+\/[a-z]*(?=[).,])/g) ?? []
      for (const expression of expressions) {
        const outsideClasses = expression.replaceAll(/\[(?:\\.|[^\]\\])*\]|\\./g, 'x')
        expect(outsideClasses, `${file}: ${expression}`).not.toMatch(/[*+]|\{\d*,\}/)
      }
      if (file === 'uriFaults.ts') expect(expressions.length).toBeGreaterThan(6)
    }
  })
})
