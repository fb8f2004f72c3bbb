import type { ComponentPropsWithoutRef, JSX, ReactElement } from 'react'

/** What `data-*` a part has: `true` is an empty attribute, `false` none. */
export type PartState = Record<string, string | boolean | undefined>

/** Another element for a part: with the part's props laid over its own, or a function that gets them. */
export type RenderProp<state extends PartState> =
  | ReactElement
  | ((props: Record<string, unknown>, state: state) => ReactElement)

/** The props of an element, and `render`. */
export type PartProps<
  tag extends keyof JSX.IntrinsicElements,
  state extends PartState = PartState,
> = ComponentPropsWithoutRef<tag> & { render?: RenderProp<state> | undefined }
