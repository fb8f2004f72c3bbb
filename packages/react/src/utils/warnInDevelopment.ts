const said = new Set<string>()

/** Warns developers once. Bundlers replace the condition; a page without one has no `process`. */
export function warnInDevelopment(message: string): void {
  try {
    if (process.env.NODE_ENV === 'production') return
  } catch {}
  if (said.has(message)) return
  said.add(message)
  console.warn(`[takokit] ${message}`)
}
