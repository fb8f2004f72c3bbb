/** How a browser refuses an API: a policy throws, an old browser has none, a broken one never answers. */
export type Refusal = 'throws' | 'absent' | 'hangs'

/**
 * Runs in the page before its scripts, so it uses nothing of this module. `path` ends with what is refused: an object that
 * cannot be read, or a function or constructor that throws when it is called.
 */
export function breakApi({ path, how }: { path: string; how: Refusal }): void {
  const names = path.split('.')
  const name = names.pop() ?? ''
  let owner = globalThis as unknown as Record<string, unknown>
  for (const one of names) owner = owner[one] as typeof owner
  // Attributes such as `navigator.locks` are accessors of a prototype.
  let holder: object = owner
  while (!Object.hasOwn(holder, name)) {
    const next: unknown = Object.getPrototypeOf(holder)
    if (!next) throw new Error(`This browser has no ${path}.`)
    holder = next
  }
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  const never = () => new Promise<never>(() => {})
  const before = Object.getOwnPropertyDescriptor(holder, name)
  const define = (descriptor: PropertyDescriptor) =>
    Object.defineProperty(holder, name, { configurable: true, ...descriptor })
  if (how === 'absent') {
    if (!Reflect.deleteProperty(holder, name) || owner[name] !== undefined)
      define({ value: undefined })
    return
  }
  if (typeof before?.value !== 'function') {
    // Each method of the object hangs; the object itself can only be refused.
    if (how === 'throws') define({ get: refuse })
    else
      define({
        value: new Proxy({}, { get: (_, key) => (typeof key === 'string' ? never : undefined) }),
      })
    return
  }
  // What a constructor makes is silent: no event, no callback, no answer.
  function silent() {
    return new Proxy(new EventTarget(), {
      get: (target, key) => {
        const own: unknown = Reflect.get(target, key)
        return typeof own === 'function' ? own.bind(target) : never
      },
      set: () => true,
    })
  }
  function refuseCall() {
    refuse()
  }
  const hangs = /^[A-Z]/.test(name) ? silent : never
  define({ writable: true, value: how === 'throws' ? refuseCall : hangs })
}
