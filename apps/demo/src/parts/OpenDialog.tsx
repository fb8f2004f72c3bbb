import { createAuthClient, memoryStorage, tako } from '@takokit/core'
import { AuthProvider, TakoSignIn } from '@takokit/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useState } from 'react'
import { WagmiProvider } from 'wagmi'
import { takoBase } from '../lib/settings.ts'
import { shownWallets } from '../lib/shownWallets.ts'

const client = createAuthClient({
  namespace: 'demo-shown',
  storage: memoryStorage(),
  providers: [tako({ baseUrl: takoBase })],
})
const queryClient = new QueryClient()

/** The kit's own dialog, open, in a document of its own: to be looked at, not used. It has the look that the page has. */
export default function OpenDialog() {
  const [inside, setInside] = useState<Document>()

  useEffect(() => {
    if (!inside) return undefined
    const root = document.documentElement
    const follow = () => {
      for (const { name, value } of root.attributes)
        inside.documentElement.setAttribute(name, value)
    }
    follow()
    const changes = new MutationObserver(follow)
    changes.observe(root, { attributes: true })
    return () => changes.disconnect()
  }, [inside])

  return (
    <div className="shown" aria-hidden="true">
      <iframe
        title="The dialog"
        sandbox="allow-same-origin"
        inert
        tabIndex={-1}
        srcDoc="<!doctype html>"
        onLoad={(event) => void prepare(event).then(setInside)}
      />
      {inside && (
        <div hidden>
          <WagmiProvider config={shownWallets} reconnectOnMount={false}>
            <QueryClientProvider client={queryClient}>
              <AuthProvider client={client} container={inside.body}>
                <TakoSignIn mode="connect" open />
              </AuthProvider>
            </QueryClientProvider>
          </WagmiProvider>
        </div>
      )}
    </div>
  )
}

/** Gives a frame the page's styles; resolves with its document once they are there. */
async function prepare(event: SyntheticEvent<HTMLIFrameElement>): Promise<Document | undefined> {
  const { contentDocument: inside, contentWindow } = event.currentTarget
  if (!inside || !contentWindow) return undefined
  keepFocusOut(contentWindow as Window & typeof globalThis)
  inside.body.style.background = 'none'
  const sheets = [...document.querySelectorAll('link[rel="stylesheet"], style')]
  const arrivals = sheets.map(
    (sheet) =>
      new Promise((resolve) => {
        const copy = sheet.cloneNode(true)
        for (const type of ['load', 'error']) copy.addEventListener(type, resolve)
        inside.head.append(copy)
      }),
  )
  await Promise.all(arrivals)
  return inside
}

/** A dialog takes the focus when it opens, and `inert` on a frame stops no script of the page. Only this frame's elements change. */
function keepFocusOut({ HTMLElement, HTMLDialogElement }: typeof globalThis): void {
  HTMLElement.prototype.focus = () => {}
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute('open', '')
  }
}
