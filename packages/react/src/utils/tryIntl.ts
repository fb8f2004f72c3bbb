/** A text as the language writes it, or a plain one: browsers are built without parts of `Intl`, and refuse tags that others take. */
export function tryIntl<text>(format: () => text, plain: () => text): text {
  try {
    return format()
  } catch {
    return plain()
  }
}
