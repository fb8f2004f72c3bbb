import { TakoSignIn } from '@takokit/react'
import { Panel } from './Panel.tsx'

// A server component: the kit's exports declare themselves as client code.
export default function Page() {
  return (
    <main>
      <TakoSignIn />
      <Panel />
    </main>
  )
}
