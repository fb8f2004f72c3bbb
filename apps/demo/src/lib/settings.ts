/** What the page was opened with: `?relay` sends tokens through the relay, `?theme=dark` and `?dir=rtl` change the look. */
const query = new URLSearchParams(location.search)

export const isRelayed = query.has('relay')

/** Where the real or the emulated Tako answers: both below the page's own origin. */
export const takoBase = import.meta.env.VITE_TAKO_BASE ?? '/emulator'

/** Whether the providers are emulated, so that the page can drive them. */
export const isEmulated = takoBase === '/emulator'

export function withQuery(name: string, isOn: boolean): string {
  const next = new URLSearchParams(location.search)
  if (isOn) next.set(name, '')
  else next.delete(name)
  const text = next.toString().replaceAll(/=(?=&|$)/g, '')
  return `${location.pathname}${text ? `?${text}` : ''}${location.hash}`
}
