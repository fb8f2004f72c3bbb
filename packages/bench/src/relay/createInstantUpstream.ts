interface Pair {
  accessToken: string
  refreshToken: string
}

/** A provider that answers at once and does no work, so that what is measured is the relay alone. */
export function createInstantUpstream() {
  let issued = 0

  function issue(): Pair {
    issued += 1
    const payload = btoa(
      JSON.stringify({ address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266', exp: issued }),
    ).replaceAll('=', '')
    const token = (kind: string) => `eyJhbGciOiJIUzI1NiJ9.${payload}.${kind.padEnd(43, 'x')}`
    return { accessToken: token('a'), refreshToken: token('r') }
  }

  return {
    issue,
    async fetch(): Promise<Response> {
      const { accessToken, refreshToken } = issue()
      return Response.json({
        status: 'success',
        data: { token: accessToken, refresh_token: refreshToken, expires_in: 3600 },
      })
    },
  }
}
