import type { Config, Connector } from 'wagmi'

/** The connector that an earlier page was connected through, if it is available (yet). */
export function rememberedConnector({ connectors, state }: Config): Connector | undefined {
  const { connections, current } = state
  const id = current === null ? undefined : connections.get(current)?.connector.id
  return connectors.find((connector) => connector.id === id)
}
