import type { Signer } from '@takokit/core'
import { type Hex, stringToHex } from 'viem'
import type { Config } from 'wagmi'
import { getBytecode } from 'wagmi/actions'
import type { ConnectedWallet, WalletProvider } from './WalletSnapshot.ts'

/**
 * Asks the wallet itself for the signature. wagmi's own `signMessage` asks for the chain first, which moves the prompt to a
 * later task, in which a browser no longer lets it open a window.
 */
export function walletSigner(
  config: Config,
  { address, chainId }: Pick<ConnectedWallet, 'address' | 'chainId'>,
  provider: WalletProvider,
): Signer {
  return {
    address,
    chainId,
    // A wallet's answer is untrusted; the provider refuses an invalid signature.
    signMessage: async ({ message }) =>
      (await provider.request({
        method: 'personal_sign',
        params: [stringToHex(message), address],
      })) as Hex,
    async hasCode() {
      try {
        const code = await getBytecode(config, { address, chainId })
        return code !== undefined && code !== '0x'
      } catch {
        return undefined
      }
    },
  }
}
