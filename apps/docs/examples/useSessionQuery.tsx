import { TakoSignIn, useSessionQuery } from '@takokit/react'

export default function Profile() {
  const { data, fetchStatus } = useSessionQuery({
    queryKey: ['ignored'],
    queryFn: async ({ authFetch }) => {
      const response = await authFetch('https://api.tako.so/v2/farcaster/ignore_bid', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ index: 70 }),
      })
      return response.status
    },
  })
  return (
    <>
      <TakoSignIn />
      <p>{data ? `The API answered: ${data}` : `No data of this account, ${fetchStatus}`}</p>
    </>
  )
}
