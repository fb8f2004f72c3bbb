import type { ProviderInfo } from '../types/ProviderInfo.ts'
import { createIcon } from './createIcon.ts'

/** Fills in missing members; wallets with different names get different icons and `rdns`. */
export function createProviderInfo(parameters: {
  name?: string | undefined
  icon?: ProviderInfo['icon'] | undefined
  rdns?: string | undefined
  uuid?: string | undefined
}): ProviderInfo {
  const { name = 'Test Wallet', icon, rdns, uuid } = parameters
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return Object.freeze({
    uuid: uuid ?? randomUuid(),
    name,
    icon: icon ?? createIcon(name),
    // Below `.test`, which cannot be registered (RFC 2606).
    rdns: rdns ?? `test.takokit.${slug === '' ? 'wallet' : slug}`,
  })
}

// `crypto.randomUUID` is missing on plain http, which a demo on a phone in the same network uses.
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0')
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0')
    return byte.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
