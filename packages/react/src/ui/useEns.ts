'use client'

import { useCallback } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useLazy } from '../utils/useLazy.ts'

export interface EnsProfile {
  name: string | undefined
  avatar: string | undefined
}

// A separate function, because React's compiler does not support `import()`.
const loadReader = () => import('../wagmi/readEnsProfile.ts')

/** The account's ENS name and picture, each only if enabled. */
export function useEns(
  account: string | undefined,
  {
    ens = false,
    ensAvatar = false,
  }: { ens?: boolean | undefined; ensAvatar?: boolean | undefined },
): EnsProfile | undefined {
  const { config } = useAuthContext().wallet
  const load = useCallback(
    () =>
      loadReader().then(({ readEnsProfile }) =>
        readEnsProfile(config, account, { ens, ensAvatar }),
      ),
    [config, account, ens, ensAvatar],
  )
  return useLazy<EnsProfile>(load, account && (ens || ensAvatar))
}
