const marks = ['id', 'role', 'tabindex', 'data-initial-focus', 'autofocus', 'aria-live']

/** Makes content that leaves a picture only: no control, no text to a screen reader, no target of a label. */
export function withdraw(element: HTMLElement): void {
  for (const one of [element, ...element.querySelectorAll('*')])
    for (const name of marks) one.removeAttribute(name)
  element.inert = true
  element.setAttribute('aria-hidden', 'true')
}
