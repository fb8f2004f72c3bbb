'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { Config, Connector } from 'wagmi'
import { getConnectors, watchConnectors } from 'wagmi/actions'

/** The connectors that are known now. wagmi 2 and 3 name their own hook alike, but not its result. */
export function useConnectors(config: Config): readonly Connector[] {
  const subscribe = useCallback(
    (onChange: () => void) => watchConnectors(config, { onChange }),
    [config],
  )
  const get = () => getConnectors(config)
  return useSyncExternalStore(subscribe, get, get)
}
