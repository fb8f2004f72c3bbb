type Place = Element | ShadowRoot

/** Where the dialog is mounted: an element, a shadow root, or a function that returns one when the dialog opens. */
export type DialogContainer = Place | (() => Place | null)
