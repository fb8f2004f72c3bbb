import { isAddress } from 'viem'
import { normalize } from 'viem/ens'
import type { Config } from 'wagmi'
import { getEnsAvatar, getEnsName } from 'wagmi/actions'

/** Uses the application's own mainnet transport. Empty if there is none, or the address has no name. */
export async function readEnsProfile(
  config: Config,
  account: string | undefined,
  { ens, ensAvatar }: { ens: boolean; ensAvatar: boolean },
): Promise<{ name: string | undefined; avatar: string | undefined }> {
  const none = { name: undefined, avatar: undefined }
  if (!account || !isAddress(account, { strict: false })) return none
  try {
    const name = await getEnsName(config, { address: account, chainId: 1 })
    // Names that look alike normalize to one spelling: any other spelling imitates a name (ENSIP-15).
    if (!name || normalize(name) !== name) return none
    const avatar = ensAvatar
      ? await getEnsAvatar(config, { name, chainId: 1 }).catch(() => null)
      : null
    return { name: ens ? name : undefined, avatar: avatar ?? undefined }
  } catch {
    return none
  }
}
