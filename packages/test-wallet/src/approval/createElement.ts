type Attributes = Readonly<Record<string, string | ((event: Event) => void)>>

/** An element with its attributes, listeners (`onclick`) and children. */
export function createElement<name extends keyof HTMLElementTagNameMap>(
  name: name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    // Listeners are added, never set as attributes, which a strict Content-Security-Policy would ignore.
    if (typeof value === 'string') element.setAttribute(key, value)
    else element.addEventListener(key.replace(/^on/, ''), value)
  }
  element.append(...children)
  return element
}
