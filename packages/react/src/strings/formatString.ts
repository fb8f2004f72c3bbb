/** Fills `{name}` in. Each value is isolated: a name or a number must not turn the words around it, nor they it. */
export function formatString(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name]
    return value === undefined ? hole : `\u2068${value}\u2069`
  })
}
