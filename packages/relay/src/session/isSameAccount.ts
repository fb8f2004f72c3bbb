/** Whether a page means this session. An empty account means whoever is signed in; addresses count in any case. */
export function isSameAccount(asked: string, account: string): boolean {
  return asked === '' || asked === account || (isAddress(asked) && sameText(asked, account))
}

function isAddress(text: string): boolean {
  return /^0x[\da-f]{40}$/i.test(text)
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
