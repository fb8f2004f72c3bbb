import { TakoSignIn } from '@takokit/react'
import { headers } from 'next/headers'
import { Suspense } from 'react'
import { readSession } from '../../session.ts'
import { Panel } from '../Panel.tsx'
import { Providers } from '../Providers.tsx'
import { relay } from '../relay.ts'

export default function Page() {
  return (
    <main>
      <Suspense>
        <Members />
      </Suspense>
    </main>
  )
}

/** Rendered for each request: who is signed in is in the first HTML. */
async function Members() {
  const initialSession = await readSession(relay, headers)
  return (
    <Providers initialSession={initialSession}>
      <TakoSignIn />
      <Suspense fallback={<p>The panel is on its way.</p>}>
        <Late />
      </Suspense>
    </Providers>
  )
}

/** Streamed after the rest. */
async function Late() {
  const health = await fetch(`${process.env.ORIGIN}/auth/healthz`, { cache: 'no-store' })
  return (
    <>
      <p>The relay answers with {health.status}.</p>
      <Panel />
    </>
  )
}
