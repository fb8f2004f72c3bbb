import { TakoSignIn, useSessions } from '@takokit/react'

export default function Accounts() {
  const sessions = useSessions()
  return (
    <>
      <TakoSignIn />
      <ul>
        {sessions.map(({ provider, account }) => (
          <li key={`${provider} ${account}`}>
            {account} at {provider}
          </li>
        ))}
      </ul>
      {sessions.length === 0 && <p>Nobody is signed in.</p>}
    </>
  )
}
