import {
  cloneElement,
  createElement,
  isValidElement,
  type JSX,
  type ReactElement,
  type Ref,
  version,
} from 'react'
import { mergeProps } from './mergeProps.ts'
import { mergeRefs } from './mergeRefs.ts'
import type { PartState, RenderProp } from './PartProps.ts'

type Props = Record<string, unknown>
type PartRef = ((element: never) => unknown) | { current: unknown } | null | undefined

/** Renders a part: its own element or that of `render`, with `data-*` for its state. */
export function renderPart<state extends PartState>(
  tag: keyof JSX.IntrinsicElements,
  own: Props,
  { render, ...theirs }: Props & { render?: RenderProp<state> | undefined },
  state: state,
  ...refs: PartRef[]
): ReactElement {
  const data: Props = {}
  for (const [name, value] of Object.entries(state))
    if (value !== undefined && value !== false) data[`data-${name}`] = value === true ? '' : value
  const props = { ...data, ...mergeProps(own, theirs) }
  const used = refs.filter(Boolean) as Ref<Element>[]
  if (typeof render === 'function') return render({ ...props, ref: mergeRefs(...used) }, state)
  if (!isValidElement<Props>(render))
    return createElement(tag, { ...props, ref: used.length > 1 ? mergeRefs(...used) : used[0] })
  // React 19 made the ref a prop.
  const theirRef =
    Number.parseInt(version, 10) > 18 ? render.props.ref : (render as { ref?: unknown }).ref
  return cloneElement(render, {
    ...mergeProps(props, render.props),
    ref: mergeRefs(...used, theirRef as Ref<Element> | undefined),
  })
}
