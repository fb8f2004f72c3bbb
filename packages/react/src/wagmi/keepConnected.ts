import type { Config, Connector } from 'wagmi'

/**
 * Keeps a connection that was made while wagmi was still reconnecting: a late answer replaces all connections. A disconnect
 * removes the connection from the existing map, and is left alone.
 */
export function keepConnected(config: Config, { uid }: Connector): void {
  let held = config.state.connections
  const stop = config.subscribe(
    ({ connections }) => connections,
    (connections) => {
      const mine = held.get(uid)
      held = connections
      if (connections.has(uid)) return
      if (!mine) return stop()
      config.setState((state) => ({
        ...state,
        connections: new Map(state.connections).set(uid, mine),
        current: uid,
        status: 'connected',
      }))
    },
  )
}
