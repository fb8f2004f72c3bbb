/** `0x4DD3…34A9`: enough for users to recognize their own. Names of other accounts stay as they are. */
export function shortAddress(account: string): string {
  return /^0x[\da-f]{40}$/i.test(account) ? `${account.slice(0, 6)}…${account.slice(-4)}` : account
}
