import type { Config, Connector } from 'wagmi'
import { getConnectors } from 'wagmi/actions'

/** The connectors that are known now. */
export function connectorsOf(config: Config): readonly Connector[] {
  return getConnectors(config)
}
