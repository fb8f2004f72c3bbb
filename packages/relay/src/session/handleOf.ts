/** The page's name for one generation of a session: handed back, it asks for a newer one. */
export function handleOf({ sid, gen }: { sid: string; gen: number }): string {
  return `${sid}.${gen}`
}
