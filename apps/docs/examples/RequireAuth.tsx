import { RequireAuth, TakoSignIn } from '@takokit/react'

export default function Members() {
  return (
    <RequireAuth fallback={<TakoSignIn />}>
      <p>Only who is signed in reads this.</p>
    </RequireAuth>
  )
}
