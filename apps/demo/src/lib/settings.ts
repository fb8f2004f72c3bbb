/** The page's query: `?relay` sends tokens through the relay, `?theme=dark` and `?dir=rtl` change the appearance. */
const query = new URLSearchParams(location.search)

export const isRelayed = query.has('relay')

/** The base URL of the real or the emulated Tako: both below the page's own origin. */
export const takoBase = import.meta.env.VITE_TAKO_BASE ?? '/emulator'

/** Whether the providers are emulated, so that the page can control them. */
export const isEmulated = takoBase === '/emulator'

export function withQuery(name: string, isOn: boolean): string {
  const next = new URLSearchParams(location.search)
  if (isOn) next.set(name, '')
  else next.delete(name)
  const text = next.toString().replaceAll(/=(?=&|$)/g, '')
  return `${location.pathname}${text ? `?${text}` : ''}${location.hash}`
}
