/** Whether a URL is below a base URL. */
export const isBelow = ({ origin, pathname }: URL, base: string): boolean =>
  `${origin}${pathname}/`.startsWith(`${base.replace(/\/$/, '')}/`)
