import type { ProviderName } from '../types/ProviderName.ts'
import type { setup } from './setup.ts'

type Api = ReturnType<typeof setup>

/** How a test calls one provider and reads its responses. */
export interface ProviderCase {
  provider: ProviderName
  subject: string
  refresh(api: Api, refreshToken: string): Promise<Response>
  call(api: Api, accessToken: string): Promise<Response>
  tokens(body: unknown): { accessToken: string; refreshToken: string }
  /** Whether a response is this provider's refusal. */
  refused(response: Response): Promise<boolean>
  documentedError: number
}

interface Body {
  data: Record<string, string>
  code: number
}

export const providerCases: ProviderCase[] = [
  {
    provider: 'tako',
    subject: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
    refresh: ({ post }, refresh_token) => post('/v2/refresh_token', { refresh_token }),
    call: ({ post }, token) =>
      post('/v2/farcaster/ignore_bid', { index: 70 }, { authorization: `Bearer ${token}` }),
    tokens: (body) => {
      const { data } = body as Body
      return { accessToken: data.token ?? '', refreshToken: data.refresh_token ?? '' }
    },
    refused: async ({ status }) => status === 401,
    documentedError: 1001,
  },
  {
    provider: 'talkstack',
    subject: 'example@host.com',
    refresh: ({ post }, refreshToken) => post('/auth/refresh-token', { refreshToken }),
    call: ({ get }, token) => get('/auth/me', token),
    tokens: (body) => {
      const { token = '', resfreshToken = '' } = body as Record<string, string>
      return { accessToken: token, refreshToken: resfreshToken }
    },
    refused: async ({ status }) => status === 401,
    documentedError: 500,
  },
  {
    provider: 'cloudreve',
    subject: 'lpua',
    refresh: ({ post }, refresh_token) => post('/session/token/refresh', { refresh_token }),
    call: ({ get }, token) => get('/api/v4/user/me', token),
    tokens: (body) => {
      const { data } = body as Body
      return { accessToken: data.access_token ?? '', refreshToken: data.refresh_token ?? '' }
    },
    refused: async (response) => {
      const { code } = (await response.clone().json()) as Body
      return response.status === 200 && (code === 40020 || code === 401)
    },
    documentedError: 50001,
  },
  {
    provider: 'privateCloud',
    subject: 'demo',
    refresh: ({ fetch }, refreshToken) =>
      fetch(
        `https://api.example/api/refreshToken.do?grant_type=refresh_token&refresh_token=${refreshToken}`,
        { method: 'POST', headers: { authorization: `Basic ${btoa('demo-client:demo-secret')}` } },
      ),
    call: ({ get }, token) => get('/api/userInfo.do', token),
    tokens: (body) => {
      const { access_token = '', refresh_token = '' } = body as Record<string, string>
      return { accessToken: access_token, refreshToken: refresh_token }
    },
    refused: async ({ status }) => status === 400 || status === 401,
    documentedError: 500,
  },
]
