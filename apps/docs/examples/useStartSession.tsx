import { useSession, useStartSession } from '@takokit/react'

interface Props {
  /** Your own login at the provider: it returns the pair of tokens. */
  login?: () => Promise<{ accessToken: string; refreshToken: string }>
}

export default function Files({ login }: Props) {
  const { status, account } = useSession('cloudreve')
  const { mutate, error } = useStartSession()
  if (status === 'signedIn') return <p>Connected as {account}.</p>
  return (
    <>
      <button
        type="button"
        onClick={() => login && mutate({ provider: 'cloudreve', getTokens: login })}
      >
        Connect Cloudreve
      </button>
      {error && <p role="alert">{error.message}</p>}
    </>
  )
}
