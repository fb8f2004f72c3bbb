export const defaultHeader = 'Tako wants you to sign in with your Ethereum account.'
export const gasNote =
  'This request will not trigger a blockchain transaction or cost any gas fees.'
export const accountLabel = 'ACCOUNT:'
export const issuedAtLabel = 'ISSUED AT:'
