import type { Ref, RefCallback } from 'react'

/** Combines several refs into one. */
export function mergeRefs<element>(...refs: (Ref<element> | undefined)[]): RefCallback<element> {
  return (element) => {
    for (const ref of refs) {
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
  }
}
