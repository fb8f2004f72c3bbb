/** Replaces `{name}`. Each value is isolated, so that neither it nor the surrounding text changes the other's direction. */
export function formatString(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name]
    return value === undefined ? hole : `\u2068${value}\u2069`
  })
}
