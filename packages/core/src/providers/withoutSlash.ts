/** An address that paths are put behind: of "/" and "/x", a browser makes the host "x" otherwise. */
export function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '')
}
