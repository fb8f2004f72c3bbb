import type { Connector } from 'wagmi'

/** Its prompt needs no tap of its own: extensions open their window by themselves. */
export function promptsWithoutGesture({ type }: Connector): boolean {
  return type === 'injected' || type === 'safe'
}

/** Opens its own window in the page or beside it, which our dialog would obstruct. */
export function drawsOwnWindow({ type }: Connector): boolean {
  return type !== 'injected' && type !== 'safe' && type !== 'walletConnect'
}
