/** Whether a page means this session. An empty account matches any; addresses compare case-insensitively. */
export function isSameAccount(asked: string, account: string): boolean {
  return asked === '' || asked === account || (isAddress(asked) && sameText(asked, account))
}

function isAddress(text: string): boolean {
  return /^0x[\da-f]{40}$/i.test(text)
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
