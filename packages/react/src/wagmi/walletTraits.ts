import type { Connector } from 'wagmi'

/** Its prompt needs no tap of its own: extensions open their window by themselves. */
export function promptsWithoutGesture({ type }: Connector): boolean {
  return type === 'injected' || type === 'safe'
}

/** Opens a window of its own in the page or beside it, under which ours would be in the way. */
export function drawsOwnWindow({ type }: Connector): boolean {
  return type !== 'injected' && type !== 'safe' && type !== 'walletConnect'
}
