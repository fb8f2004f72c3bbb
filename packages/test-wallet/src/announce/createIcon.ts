// Hues different enough to distinguish two wallets at 24 px, all dark enough for a white drawing.
const hues = [205, 158, 338, 24, 290, 230] as const

/** A wallet with its clasp, on a colour derived from the name. */
export function createIcon(name: string): `data:image/svg+xml,${string}` {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  // The default wallet has its own colour, because it usually appears beside just one other.
  const hue = name === 'Test Wallet' ? 262 : hues[sum % hues.length]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue} 62% 52%)"/><stop offset="1" stop-color="hsl(${hue} 66% 36%)"/></linearGradient></defs><rect width="96" height="96" rx="22" fill="url(#g)"/><g fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"><path d="M66 36V30a6 6 0 0 0-6-6H30a8 8 0 0 0 0 16h36a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H30a8 8 0 0 1-8-8V32"/><path d="M72 49H60a7 7 0 0 0 0 14h12"/></g><circle cx="61" cy="56" r="2.5" fill="#fff"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
