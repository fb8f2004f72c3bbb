'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { Config, Connector } from 'wagmi'
import { getConnectors, watchConnectors } from 'wagmi/actions'

/** The current connectors. wagmi 2 and 3 have a hook of the same name, but its result differs. */
export function useConnectors(config: Config): readonly Connector[] {
  const subscribe = useCallback(
    (onChange: () => void) => watchConnectors(config, { onChange }),
    [config],
  )
  const get = () => getConnectors(config)
  return useSyncExternalStore(subscribe, get, get)
}
