import type { ComponentPropsWithoutRef, JSX, ReactElement } from 'react'

/** The `data-*` attributes of a part: `true` is an empty attribute, `false` none. */
export type PartState = Record<string, string | boolean | undefined>

/** Another element for a part: the part's props are merged over its own, or passed to a function. */
export type RenderProp<state extends PartState> =
  | ReactElement
  | ((props: Record<string, unknown>, state: state) => ReactElement)

/** The props of an element, and `render`. */
export type PartProps<
  tag extends keyof JSX.IntrinsicElements,
  state extends PartState = PartState,
> = ComponentPropsWithoutRef<tag> & { render?: RenderProp<state> | undefined }
