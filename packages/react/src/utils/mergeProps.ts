type Props = Record<string, unknown>

/** Merges props: handlers run one after the other (theirs first, and may prevent ours), classes and styles add up. */
export function mergeProps(ours: Props, theirs: Props): Props {
  const merged: Props = { ...ours, ...theirs }
  for (const name of Object.keys(theirs)) {
    const our = ours[name]
    const their = theirs[name]
    if (their === undefined) merged[name] = our
    else if (typeof our === 'function' && typeof their === 'function' && /^on[A-Z]/.test(name))
      merged[name] = (...values: unknown[]) => {
        their(...values)
        const [event] = values as [{ defaultPrevented?: boolean } | undefined]
        if (!event?.defaultPrevented) our(...values)
      }
    else if (name === 'className' && our) merged[name] = `${our} ${their}`
    else if (name === 'style' && our) merged[name] = { ...our, ...(their as object) }
  }
  return merged
}
