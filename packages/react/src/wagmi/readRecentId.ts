import type { Config } from 'wagmi'

/** The connector that was used last, as wagmi remembers it. */
export async function readRecentId(config: Config): Promise<string | null> {
  try {
    return (await config.storage?.getItem('recentConnectorId')) ?? null
  } catch {
    return null
  }
}
