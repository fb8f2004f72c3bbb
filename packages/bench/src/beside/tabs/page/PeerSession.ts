/** Tokens as an OAuth server answers. */
export interface Issued {
  access_token: string
  refresh_token: string
  id_token: string
  expires_in: number
}

export interface PeerOptions {
  apiUrl: string
}

/** A session engine in one tab, used as its documentation tells. */
export interface PeerSession {
  /** Begins the session in this tab. */
  start: (tokens: Issued) => Promise<void>
  /** Takes up the session that another tab of the origin began. */
  resume: (tokens: Issued) => Promise<void>
  /** A valid token, as an application asks for it before a call. */
  token: () => Promise<string>
  /** An authorized call, repeated once after a refresh if it is refused. The status. */
  call: (url: string) => Promise<number>
}

export type OpenPeer = (options: PeerOptions) => PeerSession | Promise<PeerSession>

declare global {
  interface Window {
    peer: PeerSession
  }
}
