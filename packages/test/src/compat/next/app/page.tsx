import { TakoSignIn } from '@takokit/react'
import { Panel } from './Panel.tsx'

// A server component: what the kit exports says for itself that it belongs to the client.
export default function Page() {
  return (
    <main>
      <TakoSignIn />
      <Panel />
    </main>
  )
}
