/** What an example may take. */
export interface ExampleProps {
  /** Signs in at a provider whose sign-in happens elsewhere. */
  login?: () => Promise<{ accessToken: string; refreshToken: string }>
}
