interface Pair {
  accessToken: string
  refreshToken: string
}

/** A provider that responds at once and computes nothing, so that only the relay is measured. */
export function createInstantUpstream() {
  let issued = 0

  /** As long as Tako's. */
  function issue(): Pair {
    issued += 1
    const address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
    const part = (claims: object) => btoa(JSON.stringify(claims)).replaceAll('=', '')
    const token = (type: string) =>
      [
        part({ alg: 'HS256', typ: 'JWT' }),
        part({ address, type, exp: 1_700_000_000 + issued }),
        type.padEnd(43, 'x'),
      ].join('.')
    return { accessToken: token('token'), refreshToken: token('refresh_token') }
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
