/** Called in the same task as `provider.request()`, before the wallet looks at the request. */
export type RequestListener = (method: string, params: unknown) => void
