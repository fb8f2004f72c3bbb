import { even, glideMs, soft } from './curve.ts'
import { isSheet } from './enter.ts'
import { isStill } from './isStill.ts'
import { withdraw } from './withdraw.ts'

/** In milliseconds, from the last frame of the dialog to none: within 800. Nobody waits for it: the session is live. */
const successMs = 780
const fadeMs = 160

export interface LeaveParameters {
  host: HTMLElement
  place: ParentNode
  /** What the dialog was opened from. */
  opener: Element | undefined
  /** What the dialog says at the end, if it reached it. */
  outcome: { title: string } | undefined
}

let last: HTMLElement | undefined

/** Removes the picture of a dialog that is leaving, since another one opens. */
export function clearLeaving(): void {
  last?.remove()
  last = undefined
}

/**
 * Lets an open dialog leave as a picture of itself, inert and unheard, after it has gone from the page; after a success it
 * stands for a moment. The picture is a `<div>`, so that whoever looks for open dialogs finds none.
 */
export function leave({ host, place, opener, outcome }: LeaveParameters): void {
  const dialog = host.querySelector<HTMLElement>('dialog:modal')
  if (!dialog || isStill(dialog)) return
  const { offsetHeight: height } = dialog
  const picture = host.cloneNode(false) as HTMLElement
  const card = host.ownerDocument.createElement('div')
  for (const { name, value } of dialog.attributes)
    if (!/^(open|style|aria-|tabindex)/.test(name)) card.setAttribute(name, value)
  card.append(...dialog.cloneNode(true).childNodes)
  for (const past of card.querySelectorAll('[inert]')) past.remove()
  withdraw(card)
  card.setAttribute('popover', 'manual')
  picture.append(card)
  picture.setAttribute('aria-hidden', 'true')
  picture.dataset.leaving = ''
  if (outcome) showSuccess(card, outcome.title)
  // A root that is mounted twice, as in StrictMode, is still there; a page that went away takes the picture with it.
  queueMicrotask(() => {
    if (host.isConnected || !opener?.isConnected) return
    stand(picture, card, place, height, outcome ? successMs - fadeMs : 0)
    followOpener(picture, opener)
  })
}

function stand(
  picture: HTMLElement,
  card: HTMLElement,
  place: ParentNode,
  from: number,
  delay: number,
): void {
  clearLeaving()
  last = picture
  place.append(picture)
  try {
    card.showPopover()
  } catch {
    // Without popovers it goes at once.
    picture.remove()
    return
  }
  const to = card.offsetHeight
  if (from !== to) {
    const height = [`${from}px`, `${to}px`]
    const duration = Math.min(glideMs(to - from), delay)
    card.animate({ height, overflow: ['hidden', 'hidden'] }, { duration, easing: even })
  }
  const timing = { duration: fadeMs, delay, fill: 'both' as const }
  const away = isSheet(card)
    ? { translate: ['0 0', '0 100%'] }
    : { opacity: [1, 0], translate: ['0 0', '0 8px'] }
  card.animate({ opacity: [1, 0] }, { ...timing, pseudoElement: '::backdrop' })
  const end = () => picture.remove()
  card
    .animate(away, { ...timing, easing: isSheet(card) ? 'ease-in' : soft })
    .finished.then(end, end)
}

/** What unmounts takes it along. */
function followOpener(picture: HTMLElement, opener: Element): void {
  const { body } = picture.ownerDocument
  const changes = new MutationObserver(() => {
    if (!opener.isConnected) picture.remove()
    if (!picture.isConnected) changes.disconnect()
  })
  changes.observe(body, { childList: true, subtree: true })
}

/** The title, the wallet in a closed ring, the account. */
function showSuccess(card: HTMLElement, text: string): void {
  card.dataset.status = 'done'
  const title = card.querySelector('.takokit-title')
  if (title) title.textContent = text
  for (const tool of card.querySelectorAll('.takokit-tool')) tool.remove()
  const step = card.querySelector('.takokit-step')
  for (const part of [...(step?.children ?? [])]) if (!part.matches('.takokit-asked')) part.remove()
  const asked = card.querySelector('.takokit-asked')
  const icon = asked?.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg')
  if (!asked || !icon) return
  icon.setAttribute('class', 'takokit-icon takokit-tick')
  icon.setAttribute('viewBox', '0 0 20 20')
  const path = icon.ownerDocument.createElementNS(icon.namespaceURI ?? '', 'path')
  path.setAttribute('d', 'm5.5 10.5 3 3 6-6.5')
  // As in `keepShapes`: a stylesheet of the page overrides the attribute.
  ;(path as SVGElement).style.setProperty('d', 'path("m5.5 10.5 3 3 6-6.5")')
  icon.append(path)
  asked.append(icon)
}
