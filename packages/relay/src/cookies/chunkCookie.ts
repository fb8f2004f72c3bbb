/** With four chunks, a request's headers would exceed Node's limit (16 kB). */
export const maxChunks = 3

/** Browsers refuse a cookie whose name and value are longer than 4096 bytes. */
const maxCookieLength = 4_000

const roomBeside = (name: string) => maxCookieLength - name.length - 4

/** Whether browsers and servers accept a value of this size in cookies. */
export function fitsCookies(name: string, value: string): boolean {
  return value.length <= maxChunks * roomBeside(name)
}

/** Splits a value that {@link fitsCookies} into chunks. The first one holds their number. */
export function chunkCookie(name: string, value: string): [name: string, value: string][] {
  const room = roomBeside(name)
  const count = Math.max(1, Math.ceil(value.length / room))
  return Array.from({ length: count }, (_, index) => {
    const part = value.slice(index * room, (index + 1) * room)
    return index === 0 ? [name, `${count}.${part}`] : [`${name}.${index}`, part]
  })
}
