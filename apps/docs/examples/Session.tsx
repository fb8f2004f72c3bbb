import { RequireAuth, Session, TakoSignIn } from '@takokit/react'

export default function Account() {
  return (
    <RequireAuth fallback={<TakoSignIn />}>
      <Session.Root>
        <Session.Trigger className="plain-button">
          <Session.Address />
        </Session.Trigger>
        <Session.Menu className="plain-menu">
          <Session.Status />
          <Session.CopyAddress />
          <Session.SignOut />
        </Session.Menu>
      </Session.Root>
    </RequireAuth>
  )
}
