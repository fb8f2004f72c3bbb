import { TakoSignIn } from '@takokit/react'
import { Panel } from './Panel.tsx'
import { Providers } from './Providers.tsx'

// A server component: the kit's exports declare themselves as client code.
export default function Page() {
  return (
    <main>
      <Providers>
        <TakoSignIn />
        <Panel />
      </Providers>
    </main>
  )
}
