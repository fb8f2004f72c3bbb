import type { EIP1193Provider } from 'viem'
import type { ProviderInfo } from '../types/ProviderInfo.ts'

/** Announces now, and again whenever a page asks; returns a function that stops it (EIP-6963). */
export function announceProvider(parameters: {
  info: ProviderInfo
  provider: EIP1193Provider
  target: EventTarget
}): () => void {
  const { info, provider, target } = parameters
  const detail = Object.freeze({ info, provider })
  const announce = () => {
    target.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  }
  target.addEventListener('eip6963:requestProvider', announce)
  announce()
  return () => target.removeEventListener('eip6963:requestProvider', announce)
}
