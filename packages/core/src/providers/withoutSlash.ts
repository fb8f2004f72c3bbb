/** Removes the final slash before a path is appended: a browser would read "/" plus "/x" as the host "x". */
export function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '')
}
