import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A signed message, what the server expects of it, and whether it must accept. */
export interface SiweCase {
  id: string
  what: string
  why: string
  message: string
  signature: string
  must: 'accept' | 'refuse'
  verify: {
    domain: string
    nonce: string
    /** Absent where any URI is expected. */
    uri?: string
    chainId: number
    time: string
    scheme?: string
  }
}

const text = readFileSync(join(import.meta.dirname, 'siwe-cases.json'), 'utf8')

export const siweCases = (JSON.parse(text) as { cases: SiweCase[] }).cases
