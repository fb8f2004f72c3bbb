import type { BrowserContext } from 'playwright'
import { type Hex, hexToString, isHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { verifyMessage } from 'viem/actions'
import { mainnet } from 'viem/chains'
import { createChain } from '../../smartAccounts/createChain.ts'
import { createSafes } from '../../smartAccounts/createSafes.ts'

/** A development key, which holds nothing. */
const owner = privateKeyToAccount(
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
)

/** Safe's own page, as far as its protocol with the app in its frame goes. Only its name and its frame are real there. */
const page = (safe: object, app: string) => `<!doctype html>
<html lang="en">
  <title>Safe</title>
  <link rel="icon" href="data:," />
  <script>
    const answers = {
      getSafeInfo: () => (${JSON.stringify(safe)}),
      signMessage: async ({ message }) => ({ signature: await signAsSafe(message) }),
    }
    addEventListener('message', async ({ data, source, origin }) => {
      if (origin !== ${JSON.stringify(app)} || !Object.hasOwn(answers, data?.method)) return
      const answer = { id: data.id, success: true, version: '9.1.0', data: await answers[data.method](data.params) }
      source.postMessage(answer, origin)
    })
  </script>
  <iframe src="${app}/" width="480" height="640"></iframe>
</html>`

/** A deployed Safe of one owner on a chain of this process, the page that shows an app in a frame, and the chain's node. */
export async function openSafe(app: string) {
  const chain = await createChain()
  const safe = await (await createSafes(chain))([owner], 1)
  await safe.deploy()
  const { address } = safe
  const info = { safeAddress: address, chainId: 1, owners: [owner.address], threshold: 1 }
  return {
    address,
    servers: {
      'https://app.safe.global': () =>
        new Response(page(info, app), { headers: { 'content-type': 'text/html' } }),
      [mainnet.rpcUrls.default.http[0]]: async (request: Request) => {
        const { id, method, params } = (await request.json()) as {
          id: number
          method: string
          params: never
        }
        const result = await chain.client.request({ method, params } as never)
        return Response.json({ jsonrpc: '2.0', id, result }, { headers: allowed })
      },
    },
    /** For Tako's API, which does not say how it takes signatures of contracts. */
    verifySignature: (parameters: { address: Hex; message: string; signature: Hex }) =>
      verifyMessage(chain.client, parameters),
    install: (context: BrowserContext) =>
      context.exposeFunction('signAsSafe', (message: string) =>
        safe.sign(isHex(message) ? hexToString(message) : message, [owner]),
      ),
  }
}

const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
