/** What a request to an emulated API is for. */
export type RouteKind = 'signIn' | 'refresh' | 'signOut' | 'call'
