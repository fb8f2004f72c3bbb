import { verifySiweMessage } from '@takokit/core/siwe'
import { siwe } from 'better-auth/plugins'
import { generateSiweNonce } from 'viem/siwe'

/** For `plugins` of `betterAuth`. */
export const wallet = siwe({
  domain: 'dapp.example',
  getNonce: async () => generateSiweNonce(),
  async verifyMessage({ message, signature, chainId, cacao }) {
    const verified = await verifySiweMessage({
      message,
      signature,
      domain: 'dapp.example',
      uri: { origin: 'https://dapp.example' },
      nonce: cacao?.p.nonce ?? '',
      chainIds: [chainId],
      now: Date.now(),
    })
    return verified.ok
  },
})
