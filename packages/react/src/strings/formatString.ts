/** Fills `{name}` in. What is not given stays as it is. */
export function formatString(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)
}
