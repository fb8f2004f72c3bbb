/** The page's name for one generation of a session. A page that sends it back asks for a newer generation. */
export function handleOf({ sid, gen }: { sid: string; gen: number }): string {
  return `${sid}.${gen}`
}
